/**
 * An SVG 1.1 document that is drawn like a canvas: the same calls, each a shape or a text of its own, so that a drawing
 * program can take the picture apart. Text stays text.
 */
import { escapeXml } from './escape-xml.ts';
import type { Surface } from './surface.ts';

interface State {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  lineWidth: number;
  lineJoin: CanvasLineJoin;
  lineCap: CanvasLineCap;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  globalAlpha: number;
  dash: number[];
  shift: readonly [number, number];
  /** How many groups were opened since the state was saved. */
  groups: number;
}

const FIRST: State = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineJoin: 'miter',
  lineCap: 'butt',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  globalAlpha: 1,
  dash: [],
  shift: [0, 0],
  groups: 0,
};
const ANCHORS: Readonly<Record<CanvasTextAlign, string>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
};
/** Share of the letters' size by which the base line lies below the middle. */
const MIDDLE = 0.36;
const FONT = /^(?:(\d+|bold|normal) )?([\d.]+)px (.+)$/;

const round = (value: number): string => String(Math.round(value * 100) / 100);

export class SvgSurface implements Omit<State, 'dash' | 'shift' | 'groups'> {
  readonly parts: string[] = [];
  private readonly meter: CanvasRenderingContext2D;
  private state: State = { ...FIRST };
  private readonly saved: State[] = [];
  private path: string[] = [];
  private clips = 0;
  private gradients = 0;

  /** Widths of texts are taken from a real canvas. */
  constructor(meter: CanvasRenderingContext2D) {
    this.meter = meter;
  }

  get fillStyle() {
    return this.state.fillStyle;
  }
  set fillStyle(value) {
    this.state.fillStyle = value;
  }
  get strokeStyle() {
    return this.state.strokeStyle;
  }
  set strokeStyle(value) {
    this.state.strokeStyle = value;
  }
  get lineWidth() {
    return this.state.lineWidth;
  }
  set lineWidth(value) {
    this.state.lineWidth = value;
  }
  get lineJoin() {
    return this.state.lineJoin;
  }
  set lineJoin(value) {
    this.state.lineJoin = value;
  }
  get lineCap() {
    return this.state.lineCap;
  }
  set lineCap(value) {
    this.state.lineCap = value;
  }
  get font() {
    return this.state.font;
  }
  set font(value) {
    this.state.font = value;
  }
  get textAlign() {
    return this.state.textAlign;
  }
  set textAlign(value) {
    this.state.textAlign = value;
  }
  get textBaseline() {
    return this.state.textBaseline;
  }
  set textBaseline(value) {
    this.state.textBaseline = value;
  }
  get globalAlpha() {
    return this.state.globalAlpha;
  }
  set globalAlpha(value) {
    this.state.globalAlpha = value;
  }

  save(): void {
    this.saved.push({ ...this.state });
    this.state.groups = 0;
  }
  restore(): void {
    for (let open = this.state.groups; open > 0; open--) this.parts.push('</g>');
    this.state = this.saved.pop() ?? { ...FIRST };
  }
  translate(x: number, y: number): void {
    const [left, top] = this.state.shift;
    this.state.shift = [left + x, top + y];
  }

  private at(x: number, y: number): string {
    const [left, top] = this.state.shift;
    return `${round(x + left)} ${round(y + top)}`;
  }
  beginPath(): void {
    this.path = [];
  }
  moveTo(x: number, y: number): void {
    this.path.push(`M${this.at(x, y)}`);
  }
  lineTo(x: number, y: number): void {
    this.path.push(`${this.path.length === 0 ? 'M' : 'L'}${this.at(x, y)}`);
  }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path.push(`Q${this.at(cx, cy)} ${this.at(x, y)}`);
  }
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path.push(`C${this.at(ax, ay)} ${this.at(bx, by)} ${this.at(x, y)}`);
  }
  /** Clockwise. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const point = (turn: number) => this.at(x + radius * Math.cos(turn), y + radius * Math.sin(turn));
    const r = round(radius);
    const whole = Math.abs(to - from) >= 2 * Math.PI - 1e-6;
    const end = whole ? from + Math.PI : to;
    this.path.push(`${this.path.length === 0 ? 'M' : 'L'}${point(from)}`);
    this.path.push(`A${r} ${r} 0 ${!whole && to - from > Math.PI ? 1 : 0} 1 ${point(end)}`);
    if (whole) this.path.push(`A${r} ${r} 0 0 1 ${point(from)}`);
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }
  closePath(): void {
    this.path.push('Z');
  }

  fill(rule?: unknown): void {
    const even = rule === 'evenodd' ? ' fill-rule="evenodd"' : '';
    this.add(`<path d="${this.path.join('')}"${even}${this.paint('fill')}/>`);
  }
  stroke(): void {
    this.add(`<path d="${this.path.join('')}" fill="none"${this.line()}/>`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    const [left, top] = this.state.shift;
    const box = `x="${round(x + left)}" y="${round(y + top)}" width="${round(width)}" height="${round(height)}"`;
    this.add(`<rect ${box}${this.paint('fill')}/>`);
  }
  clearRect(): void {}
  clip(): void {
    const id = `clip${this.clips++}`;
    this.parts.push(`<clipPath id="${id}"><path d="${this.path.join('')}"/></clipPath>`);
    this.open(`clip-path="url(#${id})"`);
  }
  /** A group until the state is restored. `attributes` is SVG. */
  open(attributes: string): void {
    this.parts.push(`<g ${attributes}>`);
    this.state.groups += 1;
  }

  createLinearGradient(x1: number, y1: number, x2: number, y2: number): CanvasGradient {
    const [left, top] = this.state.shift;
    const id = `shade${this.gradients++}`;
    const [a, b, c, d] = [x1 + left, y1 + top, x2 + left, y2 + top].map(round);
    const place = `gradientUnits="userSpaceOnUse" x1="${a}" y1="${b}" x2="${c}" y2="${d}"`;
    const at = this.parts.push('') - 1;
    const stops: string[] = [];
    const addColorStop = (offset: number, value: string) => {
      const [colour, alpha] = withoutAlpha(value);
      stops.push(
        `<stop offset="${round(offset)}" stop-color="${escapeXml(colour)}" stop-opacity="${alpha}"/>`,
      );
      this.parts[at] = `<linearGradient id="${id}" ${place}>${stops.join('')}</linearGradient>`;
    };
    return { addColorStop, toString: () => `url(#${id})` } as CanvasGradient;
  }
  setLineDash(dash: Iterable<number>): void {
    this.state.dash = [...dash];
  }
  measureText(text: string): TextMetrics {
    this.meter.font = this.state.font;
    return this.meter.measureText(text);
  }
  fillText(text: string, x: number, y: number): void {
    this.write(text, x, y, this.paint('fill'));
  }
  strokeText(text: string, x: number, y: number): void {
    // A halo is no text of its own: whoever copies from the picture gets each word once.
    this.write(text, x, y, ` fill="none"${this.line()} aria-hidden="true"`);
  }

  private write(text: string, x: number, y: number, look: string): void {
    const [, weight = '400', size = '10', family = 'sans-serif'] = FONT.exec(this.state.font) ?? [];
    const drop = this.state.textBaseline === 'middle' ? Number(size) * MIDDLE : 0;
    const [left, top] = this.state.shift;
    const place = `x="${round(x + left)}" y="${round(y + top + drop)}" text-anchor="${ANCHORS[this.state.textAlign]}"`;
    const letters = `font-family="${escapeXml(everywhere(family))}" font-size="${size}" font-weight="${weight}"`;
    this.add(`<text ${place} ${letters}${look}>${escapeXml(text)}</text>`);
  }

  private add(part: string): void {
    const { globalAlpha } = this.state;
    this.parts.push(globalAlpha === 1 ? part : `<g opacity="${round(globalAlpha)}">${part}</g>`);
  }
  private paint(kind: 'fill' | 'stroke'): string {
    const value = String(kind === 'fill' ? this.state.fillStyle : this.state.strokeStyle);
    const [colour, alpha] = withoutAlpha(value);
    return ` ${kind}="${escapeXml(colour)}"${alpha === 1 ? '' : ` ${kind}-opacity="${Math.round(alpha * 1000) / 1000}"`}`;
  }
  private line(): string {
    const { lineWidth, lineJoin, lineCap, dash } = this.state;
    const join = lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`;
    const cap = lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`;
    const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(round).join(' ')}"`;
    return `${this.paint('stroke')} stroke-width="${round(lineWidth)}"${join}${cap}${dashes}`;
  }
}

/** A typeface that is not installed is followed by ones that are; drawing programs know no `system-ui`. */
const everywhere = (family: string): string =>
  family.replace(/"/g, "'").replace(/\bsystem-ui\b/, "Helvetica, Arial, 'Liberation Sans'");

/** SVG 1.1 knows no colours with alpha: `rgba(…)` becomes a colour and an opacity. */
function withoutAlpha(colour: string): [colour: string, alpha: number] {
  const match = /^rgba\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)[,/\s]+([\d.e-]+)\s*\)$/.exec(colour);
  if (!match) return [colour, 1];
  const [red, green, blue] = match.slice(1, 4).map((part) => Math.round(Number(part)));
  return [`rgb(${red},${green},${blue})`, Number(match[4])];
}

/** The same calls; the few of a canvas's that take other forms are not used here. */
export const asSurface = (svg: SvgSurface): Surface => svg as unknown as Surface;
