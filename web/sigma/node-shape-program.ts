/**
 * Draws every kind of node in one call: a square per node, cut to its shape in the fragment shader by a signed
 * distance (formulas after Inigo Quilez, "2D distance functions"), with a rim that parts it from what is under it.
 */

import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

const { UNSIGNED_BYTE, FLOAT } = WebGLRenderingContext;

/** How far the square reaches past the node's radius, for the rim. */
const REACH = 1.5;
/** The dashed outline: between it and the shape, its width (pixels), and how many dashes. */
const DASH = { gap: 1.6, width: 1.5, count: 9 };

/** What a paper keeps of itself from afar; the label layer reckons with its size. */
export const RECEDED = { size: 0.55, alpha: 0.42 };

const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_rim;
attribute float a_dashed;
attribute float a_recedes;
attribute float a_fade;
attribute vec4 a_color;
attribute vec4 a_rimColor;
attribute vec4 a_holeColor;
attribute vec4 a_id;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_pixelRatio;
uniform float u_papers;
uniform float u_fade;

varying vec4 v_color;
varying vec4 v_rimColor;
varying vec4 v_holeColor;
varying vec2 v_point;
varying float v_shape;
varying float v_rim;
varying float v_pixel;
varying float v_dashed;
varying float v_dash;

const float bias = 255.0 / 254.0;

void main() {
  float size = a_size * mix(1.0, mix(${RECEDED.size.toFixed(2)}, 1.0, u_papers), a_recedes);
  float presence = mix(1.0, mix(${RECEDED.alpha.toFixed(2)}, 1.0, u_papers), a_recedes);
  presence *= a_fade < 0.5 ? 1.0 : (a_fade < 1.5 ? u_fade : 1.0 - u_fade);
  float radius = size * u_correctionRatio / u_sizeRatio * 2.0;
  v_pixel = u_sizeRatio / max(size * u_pixelRatio, 0.01);
  v_rim = a_rim * v_pixel * u_pixelRatio;
  v_dashed = a_dashed;
  float outline = v_rim + ${(DASH.gap + DASH.width + 1).toFixed(2)} * v_pixel * u_pixelRatio;
  float reach = ${REACH.toFixed(2)} + a_dashed * outline;
  gl_Position = vec4((u_matrix * vec3(a_position + a_corner * reach * radius, 1.0)).xy, 0.0, 1.0);
  v_point = a_corner * reach;
  v_shape = a_shape;
  v_dash = v_pixel * u_pixelRatio;
  #ifdef PICKING_MODE
  v_color = a_fade > 1.5 ? vec4(0.0) : a_id;
  v_color.a *= bias;
  #else
  v_color = a_color;
  v_color.a *= bias * presence;
  #endif
  v_rimColor = a_rimColor;
  v_holeColor = a_holeColor;
  v_rimColor.a *= bias * presence;
}
`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_rimColor;
varying vec4 v_holeColor;
varying vec2 v_point;
varying float v_shape;
varying float v_rim;
varying float v_pixel;
varying float v_dashed;
varying float v_dash;

float box(vec2 p, float half_) {
  vec2 d = abs(p) - half_;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

float triangle(vec2 p) {
  const float k = 1.7320508;
  p.x = abs(p.x) - 0.92;
  p.y = p.y + 0.92 / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -1.84, 0.0);
  return -length(p) * sign(p.y) - 0.1;
}

float hexagon(vec2 p) {
  const vec3 k = vec3(-0.8660254, 0.5, 0.5773503);
  p = abs(p.yx);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * 0.88, k.z * 0.88), 0.88);
  return length(p) * sign(p.y);
}

float distanceTo(float shape, vec2 p) {
  if (shape < 0.5) return length(p) - 0.96;
  if (shape < 1.5) return box(p, 0.72) - 0.12;
  if (shape < 2.5) return triangle(p - vec2(0.0, -0.12));
  if (shape < 3.5) return (abs(p.x) + abs(p.y) - 1.14) * 0.7071;
  if (shape < 4.5) return triangle(vec2(p.x, -p.y) - vec2(0.0, -0.12));
  if (shape < 5.5) return hexagon(p);
  return length(p) - 0.86;
}

vec4 premultiply(vec4 color) {
  return vec4(color.rgb * color.a, color.a);
}

void main(void) {
  float d = distanceTo(v_shape, v_point);
  #ifdef PICKING_MODE
  gl_FragColor = d > v_pixel ? vec4(0.0) : v_color;
  #else
  float soft = v_pixel * 0.75;
  float inside = 1.0 - smoothstep(-soft, soft, d);
  float withRim = 1.0 - smoothstep(-soft, soft, d - v_rim);
  vec4 fill = premultiply(v_color);
  if (v_shape > 5.5) {
    float hole = 1.0 - smoothstep(-soft, soft, d + max(0.42, v_pixel * 1.2));
    fill = mix(fill, premultiply(vec4(v_holeColor.rgb, v_color.a)), hole);
  }
  vec4 color = mix(premultiply(v_rimColor) * withRim, fill, inside);
  if (v_dashed > 0.5) {
    float near = v_rim + ${DASH.gap.toFixed(1)} * v_dash;
    float far = near + ${DASH.width.toFixed(1)} * v_dash;
    float band = smoothstep(near - soft, near + soft, d) * (1.0 - smoothstep(far - soft, far + soft, d));
    float turn = atan(v_point.y, v_point.x) * ${(DASH.count / (2 * Math.PI)).toFixed(6)};
    float dash = step(fract(turn), 0.56);
    color = mix(color, premultiply(v_color), band * dash);
  }
  gl_FragColor = color;
  #endif
}
`;

/** What the program needs beside Sigma's own display data. */
export interface ShapeDisplayData extends NodeDisplayData {
  shape: number;
  /** Width of the rim in pixels. */
  rim: number;
  rimColor: string;
  /** Middle of a ring. */
  holeColor: string;
  /** 1 for a dashed outline around it, 0 for none. */
  dashed: number;
  /** 1 for what is small and faint from afar, 0 for all else. */
  recedes: number;
  /** One of `FADES`. */
  fade: number;
}

const UNIFORMS = [
  'u_matrix',
  'u_sizeRatio',
  'u_correctionRatio',
  'u_pixelRatio',
  'u_papers',
  'u_fade',
] as const;

/** What changes from frame to frame without any node being changed; each from 0 to 1. */
export interface Moment {
  /** How much of themselves papers show. */
  readonly papers: number;
  /** How far nodes that come have come. */
  readonly fade: number;
}

class NodeShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  /** NOTE: Sigma makes the programs itself, so whoever knows the moment makes a class of its own. */
  protected moment(): Moment {
    return { papers: 1, fade: 1 };
  }

  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: WebGLRenderingContext.TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_rim', size: 1, type: FLOAT },
        { name: 'a_dashed', size: 1, type: FLOAT },
        { name: 'a_recedes', size: 1, type: FLOAT },
        { name: 'a_fade', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_rimColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_holeColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, -1],
        [1, 1],
        [-1, 1],
      ],
    };
  }

  processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
    const node = data as ShapeDisplayData;
    const { array } = this;
    let at = start;
    array[at++] = node.x;
    array[at++] = node.y;
    array[at++] = node.size;
    array[at++] = node.shape;
    array[at++] = node.rim;
    array[at++] = node.dashed;
    array[at++] = node.recedes;
    array[at++] = node.fade;
    array[at++] = floatColor(node.color);
    array[at++] = floatColor(node.rimColor);
    array[at++] = floatColor(node.holeColor);
    array[at] = id;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio!, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio!, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio!, params.pixelRatio);
    const { papers, fade } = this.moment();
    gl.uniform1f(uniformLocations.u_papers!, papers);
    gl.uniform1f(uniformLocations.u_fade!, fade);
  }
}

/** The program that asks `moment` in each frame. */
export function nodeProgram(moment: () => Moment) {
  return class extends NodeShapeProgram {
    protected override moment(): Moment {
      return moment();
    }
  };
}
