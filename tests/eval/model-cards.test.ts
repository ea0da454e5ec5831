import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readModelCards } from './model-cards.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-cards-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const CARD = { date: '2026-11-22', seed: 2, data: { marks: 880 }, licence: 'MIT', scores: { exact: 70 } };

it('reads cards, by model, and leaves other files', () => {
  const curve = [{ documents: 200, exact: 60, typed: 50 }];
  writeFileSync(join(folder, 'neural.json'), JSON.stringify(CARD));
  writeFileSync(join(folder, 'crf.json'), JSON.stringify({ ...CARD, curve, size: 1 }));
  writeFileSync(join(folder, 'crf.md'), 'not a card');
  expect(readModelCards(folder)).toEqual([
    { ...CARD, model: 'crf', curve },
    { ...CARD, model: 'neural', curve: [] },
  ]);
});

it('takes nothing else for a card', () => {
  writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ ...CARD, seed: 'two' }));
  expect(() => readModelCards(folder)).toThrow('seed');
});

it('reads the cards of the models that come with the program', () => {
  const cards = readModelCards(join(import.meta.dirname, '../../ingest/extract/models'));
  for (const { date } of cards) expect(date).toMatch(/^\d{4}-\d\d-\d\d/);
});
