/** What a picture is drawn on: a canvas, or an SVG that takes the same calls. */
export type Surface = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'bezierCurveTo'
  | 'arc'
  | 'rect'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'clearRect'
  | 'fillText'
  | 'strokeText'
  | 'measureText'
  | 'setLineDash'
  | 'save'
  | 'restore'
  | 'clip'
  | 'createLinearGradient'
  | 'translate'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'lineCap'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'globalAlpha'
>;

/** A canvas on which layers that clear themselves first leave what is under them. */
export function layeredCanvas(context: CanvasRenderingContext2D): Surface {
  context.clearRect = () => {};
  return context;
}
