import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXTRACTOR } from '../../ingest/extract/extractor-module.ts';
import { openContender } from '../eval/contenders.ts';
import { EVAL_SETS } from '../eval/eval-sets.ts';
import { evaluateSet } from '../eval/evaluate.ts';
import { ASKED_FIGURES } from '../eval/page/asked-figures.ts';
import { agreementOfReaders } from '../eval/reader-agreement.ts';
import { describeShared, sharedPath } from '../support/shared.ts';
import { ROOT } from './markdown.ts';

/** How far a figure of the page may be from what is measured now. */
const TOLERANCE = 0.5;

const page = readFileSync(join(ROOT, 'docs/extraction.md'), 'utf8');

/** Cells of the page's table rows, by their first cell; in one section. */
function rowsOf(section: string): Map<string, string[]> {
  const text = page.split(/^#+ /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return new Map(
    rows.map((line) => {
      const [first, ...cells] = line.slice(2, -2).split(' | ');
      return [first!, cells];
    }),
  );
}

describe('docs/extraction.md', () => {
  it('has every figure that was asked, with the default extractor measured for its own', () => {
    const rows = rowsOf('What was asked');
    for (const { label, asked, extractor } of ASKED_FIGURES) {
      const [wanted, ours, reached, peer] = rows.get(label) ?? [];
      expect(wanted, label).toBe(`${asked}`);
      if (ours === 'not measured') expect(extractor, label).not.toBe(DEFAULT_EXTRACTOR.name);
      else {
        expect(ours, label).toMatch(/^\d+(\.\d+)?$/);
        expect(reached, label).toMatch(/^(yes|no)$/);
        if (reached === 'no') expect(page).toContain(`- ${label}: `);
      }
      expect(peer, label).toMatch(/^(–|\d+(\.\d)? \(.+\))/);
    }
  });

  it('has every set, and figures that can be read', () => {
    for (const { name } of EVAL_SETS) {
      const rows = [...rowsOf(name)].slice(1);
      expect(rows.length, name).toBeGreaterThan(0);
      for (const [label, cells] of rows) {
        for (const cell of cells) {
          expect(cell, `${name}: ${label}`).toMatch(/^(–|(–|\d+\.\d) \/ (–|\d+\.\d) \/ (–|\d+\.\d))$/);
          for (const figure of cell.match(/\d+\.\d/g) ?? []) expect(Number(figure)).toBeLessThanOrEqual(100);
        }
      }
    }
  });

  it('says when, where and with which versions each extractor was measured', () => {
    const [date, version, node, machine] =
      rowsOf('How well extraction works').get(DEFAULT_EXTRACTOR.name) ?? [];
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(node).toMatch(/^\d+\.\d+\.\d+$/);
    expect(machine).toMatch(/^\d+ cores, /);
  });

  it('tells the agreement of our readers as it is', () => {
    const { exact, withKind } = agreementOfReaders(join(ROOT, 'training/marks'));
    const [, told, , toldWithKind] =
      rowsOf('How far readers agree').get('marks that models learn from') ?? [];
    expect(Number(told)).toBeCloseTo(exact, 1);
    expect(Number(toldWithKind)).toBeCloseTo(withKind, 1);
  });
});

describeShared('docs/extraction.md against the gold', () => {
  it('agrees with what is measured now', async () => {
    const set = EVAL_SETS.find(({ name }) => name === 'seeds.dev')!;
    const contender = (await openContender(undefined))!;
    const { measured } = await evaluateSet(contender, set, sharedPath('gold', set.file)!);
    const told = rowsOf('seeds.dev');
    const column = told.get('')!.indexOf(contender.extractor.name);
    expect(column, `${contender.extractor.name} is not on the page`).toBeGreaterThanOrEqual(0);
    expect(measured.length).toBeGreaterThan(2);
    for (const { label, precision, recall, f1 } of measured) {
      const figures = told.get(label)![column]!.split(' / ');
      for (const [i, now] of [precision, recall, f1].entries()) {
        if (now === null) expect(figures[i]).toBe('–');
        else expect(Math.abs(Number(figures[i]) - now), `${label}: ${now}`).toBeLessThanOrEqual(TOLERANCE);
      }
    }
  });
});
