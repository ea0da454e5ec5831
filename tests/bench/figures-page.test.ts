import { describe, expect, it } from 'vitest';
import type { BenchRecord } from '../../bench/support/bench-record.ts';
import { figuresText, shownNumber, withFigures } from '../../bench/support/figures-page.ts';

const record: BenchRecord = {
  name: 'ingest',
  title: 'Ingest: papers, per second',
  about: 'Files into a graph.',
  at: '2026-11-22T03:00:00.000Z',
  machine: {
    cpu: 'Some CPU',
    cores: 2,
    memory: 8,
    system: 'Linux 6',
    node: 'v20.20.0',
    packages: { engine: '1.2.3' },
    commit: 'abc1234',
    load: 0.1,
  },
  seconds: 12,
  result: {
    tables: [
      {
        caption: 'By size',
        columns: ['papers', 'a | b', 'per second'],
        rows: [
          [19_310, 'one | two', 541.234],
          [1000, null, 0.12345],
        ],
      },
    ],
    curves: [
      {
        file: 'ingest-time',
        title: 'Time',
        x: { label: 'papers' },
        y: { label: 's' },
        series: [{ name: 'crf', points: [[1, 2]] }],
      },
    ],
    verdicts: [{ asked: 'fast', measured: 'slow', met: false, reason: 'physics' }],
    notes: ['A note.'],
    peers: { yake: '0.4.8' },
  },
};

describe('the page of figures', () => {
  it('tells what was asked first, then tables, pictures, notes, and on what it was measured', () => {
    const text = figuresText([record], 'benchmarks');
    expect(text).toContain(
      '| [Ingest: papers, per second](#ingest-papers-per-second) | fast | slow | **no** | physics |',
    );
    expect(text).toContain(
      '| papers | a \\| b | per second |\n| ---: | --- | ---: |\n| 19,310 | one \\| two | 541 |\n| 1,000 | not measured | 0.123 |',
    );
    expect(text).toContain('![Time: crf](benchmarks/ingest-time.svg)');
    expect(text).toContain('engine 1.2.3, yake 0.4.8. Load before it began: 0.1.');
    const order = ['## What was asked', '**By size**', '![Time', 'A note.', 'commit abc1234'];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(figuresText([], 'x')).toContain('Nothing was measured');
  });

  it('leaves what a person wrote around the figures', () => {
    const page = '# Title\n\nBefore.\n\n<!-- figures -->\nold\n<!-- /figures -->\n\nAfter.\n';
    const written = withFigures(page, 'new\n');
    expect(written).toBe('# Title\n\nBefore.\n\n<!-- figures -->\n\nnew\n\n<!-- /figures -->\n\nAfter.\n');
    expect(withFigures(written, 'new\n')).toBe(written);
    const first = withFigures('# Title\n', 'new\n');
    expect(first).toContain('# Title\n\n<!-- figures -->');
    expect(withFigures(first, 'other\n')).not.toContain('new');
  });

  it('shows whole numbers in full and others with three digits', () => {
    expect([19_310, 0, 2.5, 1234.56, 0.000123456, 99.96].map(shownNumber)).toEqual([
      '19,310',
      '0',
      '2.5',
      '1,235',
      '0.000123',
      '100',
    ]);
  });
});
