import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { growthSvg } from '../../bench/support/growth-svg.ts';

interface Drawn {
  texts: string[];
  dots: [number, number][];
  /** Of the texts in colour, which are the names of the series. */
  names: { y: number; text: string }[];
}

/** Throws where it isn't well-formed XML. */
function parsed(svg: string): Drawn {
  const drawn: Drawn = { texts: [], dots: [], names: [] };
  const parser = new SaxesParser();
  let name: number | null = null;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (tag === 'circle') drawn.dots.push([Number(attributes.cx), Number(attributes.cy)]);
    name = tag === 'text' && attributes.fill ? Number(attributes.y) : null;
  });
  parser.on('text', (text) => {
    if (text.trim() === '') return;
    drawn.texts.push(text);
    if (name !== null) drawn.names.push({ y: name, text });
  });
  parser.write(svg).close();
  return drawn;
}

describe('the picture of a growth', () => {
  it('puts decades at equal distances where axes are logarithmic, and leaves out what these cannot show', () => {
    const { texts, dots } = parsed(
      growthSvg({
        file: 'x',
        title: 'Time <& memory>',
        x: { label: 'papers', log: true },
        y: { label: 's', log: true },
        series: [
          {
            name: 'ours',
            points: [
              [1000, 1],
              [100, 0.1],
              [10_000, 10],
              [0, 5],
              [10, 0],
            ],
          },
        ],
      }),
    );
    expect(dots).toHaveLength(3);
    const [a, b, c] = dots as [[number, number], [number, number], [number, number]];
    expect(b[0] - a[0]).toBeCloseTo(c[0] - b[0], 0);
    expect(a[1] - b[1]).toBeCloseTo(b[1] - c[1], 0);
    expect(texts).toContain('Time <& memory>');
    expect(texts).toEqual(expect.arrayContaining(['100', '1,000', '10,000', 'papers (logarithmic)']));
  });

  it('begins linear axes at 0, keeps all in the frame and names apart', () => {
    const { texts, dots, names } = parsed(
      growthSvg({
        file: 'x',
        title: 'Memory',
        x: { label: 'papers' },
        y: { label: 'MB' },
        series: ['one', 'two', 'three'].map((name) => ({
          name,
          points: [
            [5, 700],
            [10, 1432],
          ],
        })),
      }),
    );
    expect(texts).toEqual(expect.arrayContaining(['0', '500', '1,000', '1,500']));
    for (const [x, y] of dots) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(720);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(400);
    }
    const heights = names.map(({ y }) => y).sort((a, b) => a - b);
    expect(heights).toHaveLength(3);
    for (let at = 1; at < heights.length; at += 1)
      expect(heights[at]! - heights[at - 1]!).toBeGreaterThan(12);
  });

  it('draws an empty frame of nothing', () => {
    const empty = {
      file: 'x',
      title: 'Nothing',
      x: { label: 'a' },
      y: { label: 'b', log: true },
      series: [],
    };
    expect(parsed(growthSvg(empty)).dots).toEqual([]);
  });
});
