import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../ingest/read/format.ts';
import { withoutGluedButton } from '../../../ingest/read/formats/page-furniture.ts';
import { readContent, recordsOf, rejectionsOf } from './support.ts';

const SWAY = 'Bridges sway when many people walk over them in step.';
const KITE = 'Kites lift cameras where drones may not fly.';
const long = (text: string): string => `${text} `.repeat(9).trim();
const titled = async (text: string): Promise<(string | undefined)[][]> =>
  recordsOf(await readContent(text, 'a.txt')).map(({ title, abstract }) => [title, abstract]);

describe('lists of abstracts', () => {
  const both = [
    ['Swaying Footbridges', SWAY],
    ['Kites and Cameras', KITE],
  ];
  const untitled = [
    [undefined, SWAY],
    [undefined, KITE],
  ];

  it.each([
    ['without a space', `Abstract:${SWAY}\nAbstract:${KITE}\n`],
    ['apart', `Abstract: ${SWAY}\n\n\n\nAbstract: ${KITE}`],
    ['with a dash', `Abstract—${SWAY}\nAbstract — ${KITE}`],
    ['with a full stop', `Abstract. ${SWAY}\nAbstract. ${KITE}`],
    ['numbered', `1. Abstract: ${SWAY}\n2. Abstract: ${KITE}`],
    ['numbered in brackets', `[1] Abstract: ${SWAY}\n[2] Abstract: ${KITE}`],
    ['as headings', `ABSTRACT\n${SWAY}\n\nABSTRACT\n\n${KITE}`],
    ['as Markdown', `## Abstract\n\n${SWAY}\n\n## Abstract\n\n${KITE}`],
    ['in bold', `**Abstract:** ${SWAY}\n\n**Abstract**: ${KITE}`],
    ['in lower case', `abstract: ${SWAY}\nabstract: ${KITE}`],
    [
      'wrapped',
      `Abstract: ${SWAY.replace('many ', 'many\n')}\nAbstract: ${KITE.replace('where ', 'where\n')}`,
    ],
  ])('%s', async (_, text) => expect(await titled(text)).toEqual(untitled));

  it.each([
    ['a title before', `Swaying Footbridges\nAbstract: ${SWAY}\n\nKites and Cameras\nAbstract: ${KITE}`],
    [
      'a title before, nothing between',
      `Swaying Footbridges\nAbstract: ${SWAY}\nKites and Cameras\nAbstract: ${KITE}`,
    ],
    ['numbered', `1. Swaying Footbridges\nAbstract: ${SWAY}\n\n2. Kites and Cameras\nAbstract: ${KITE}`],
    [
      'as Markdown',
      `# Swaying Footbridges\n## Abstract\n${SWAY}\n\n# Kites and Cameras\n## Abstract\n${KITE}`,
    ],
    [
      'labelled',
      `Title: Swaying Footbridges\nAbstract: ${SWAY}\n\nTitle: Kites and Cameras\nAbstract: ${KITE}`,
    ],
    [
      'labelled in bold',
      `**Title:** Swaying Footbridges\n**Abstract:** ${SWAY}\n**Title:** Kites and Cameras\n**Abstract:** ${KITE}`,
    ],
    [
      'labelled and numbered',
      `1. Title: Swaying Footbridges\nAbstract: ${SWAY}\n2. Title: Kites and Cameras\nAbstract: ${KITE}`,
    ],
    [
      'authors',
      `Swaying Footbridges\nAda Northfield, Ben Okoro\nUniversity of Sway\nAbstract: ${SWAY}\n\nKites and Cameras\n\nCleo Marsh and Dora Quill\n\nAbstract\n${KITE}`,
    ],
  ])('with titles: %s', async (_, text) => expect(await titled(text)).toEqual(both));

  it('keep paragraphs, and take labels after the text', async () => {
    const text = `Abstract: ${SWAY}\n\n${long(KITE)}\nKeywords: bridges; kites\n\nAbstract: ${KITE}`;
    expect(recordsOf(await readContent(text, 'a.txt'))).toMatchObject([
      { abstract: `${SWAY}\n${long(KITE)}`, keywords: ['bridges', 'kites'] },
      { abstract: KITE },
    ]);
  });

  it("don't take a sentence for a heading", async () => {
    const text = `Abstract: ${SWAY}\nAbstract interpretation is a method.\nabstract. It has limits.\n\nAbstract: ${KITE}`;
    expect(await titled(text)).toHaveLength(2);
  });

  it('tell of long text before the first heading', async () => {
    const items = await readContent(`${long(SWAY)}\n\nAbstract: ${KITE}\nAbstract: ${SWAY}`, 'a.txt');
    expect(rejectionsOf(items)).toMatchObject([
      { line: 1, entry: 1, reason: expect.stringMatching(/without the heading/) },
    ]);
    expect(recordsOf(items)).toHaveLength(2);
    const short = 'Kites fly higher where a steady wind meets a long and light line.';
    const lost = await readContent(`${short}\n\nProceedings, page 3.\n\nAbstract: ${KITE}`, 'a.txt');
    expect(rejectionsOf(lost).map(({ line }) => line)).toEqual([1]);
  });

  it.each<[string, string, number?]>([
    ['wrapped', long(SWAY).replace(/(.{50,60}) /g, '$1\n')],
    ['wrapped at a full stop', long(SWAY).replaceAll('step. ', 'step.\n')],
    ['wrapped without a full stop', long(SWAY.slice(0, -1)).replace(/(.{75,85}) /g, '$1\n')],
    [
      'wrapped in four lines',
      long(SWAY.slice(0, -1))
        .slice(0, 380)
        .replace(/(.{90,98}) /g, '$1\n'),
    ],
    ['wrapped and short', 'Kites fly higher where a steady wind meets\na long and light line.'],
    ['wrapped, with more after its full stop', `${SWAY}\nto be gone on with`],
    ['with a quotation at its end', 'Kites fly higher where a steady wind meets a light and long "line."'],
    ['with brackets at its end', 'Kites fly higher where a steady wind meets a long line (see Table 3.)'],
    ['after a notice', `Downloaded from example.org on 3 May 2023. ${SWAY}`],
    ['under a notice', `Downloaded from example.org on 3 May 2023.\n${SWAY}`],
    ['under a line of its own', `Kites and What They Carry\n${long(SWAY)}`, 4],
  ])('tell of a paragraph before the first heading: %s', async (_, lost, line = 3) => {
    const text = `Menu\n\n${lost}\n\nFlying Cameras\n\nAbstract: ${KITE}\n\nAbstract: ${SWAY}`;
    const items = await readContent(text, 'a.txt');
    const reason = expect.stringMatching(/without the heading/);
    expect(rejectionsOf(items)).toMatchObject([{ line, reason }]);
    expect(recordsOf(items)).toMatchObject([{ title: 'Flying Cameras', abstract: KITE }, { abstract: SWAY }]);
  });

  it.each([
    ['Downloaded from example.org on 3 May 2023. For personal use only. Do not redistribute.'],
    ['Downloaded from example.org on 3 May 2023 by\na reader. For personal use only. Do not\nredistribute.'],
    ['Copyright 2023 by the authors of these papers. All rights reserved. Published by Foo Press, Berlin.'],
    ['© 2023 The Society of Kites and Bridges and all of its members worldwide.'],
    ['This work is licensed under a Creative Commons Attribution 4.0 International License.'],
    [
      'Permission to make digital or hard copies of part or all of this work for personal or classroom use is\ngranted without fee provided that copies are not made or distributed for profit or commercial advantage\nand that copies bear this notice. Copyrights for components of this work owned by others than ACM must\nbe honored. Abstracting with credit is permitted.',
    ],
    ['Proceedings of the 3rd Conference on Kites and Bridges, held in Bath in May 2023.'],
    ['This page lists the abstracts of all papers that were accepted this year.'],
    ['We use cookies to give you the best experience on our site, as anybody does.'],
    [`${'Home\nCall for Papers\nProgramme\nVenue\n'.repeat(10)}All rights are reserved by us.`],
    ['On Kites and the Lines that Hold Them\nA Bridge that Sways in Every Strong Wind\n'.repeat(6).trim()],
  ])('take a notice or a menu before the first heading for none: %s', async (notice) => {
    const items = await readContent(`${notice}\n\nPapers\n\nAbstract: ${KITE}\n\nAbstract: ${SWAY}`, 'a.txt');
    expect(rejectionsOf(items)).toEqual([]);
    expect(recordsOf(items).map(({ abstract }) => abstract)).toEqual([KITE, SWAY]);
  });
});

describe('page dumps', () => {
  it('drop the page, not the papers', async () => {
    const text = [
      'Sign in',
      'Swaying Footbridges',
      long(SWAY),
      '128',
      'View PDF',
      'Kites: Home and Away',
      long(KITE),
      'Load more',
    ];
    expect(await titled(text.join('\n'))).toEqual([
      ['Swaying Footbridges', long(SWAY)],
      ['Kites: Home and Away', long(KITE)],
    ]);
  });

  it('may have blank lines and short abstracts', async () => {
    const short =
      'Kites lift cameras where drones may not fly, and we compare three of their shapes over a whole year.';
    const text = [
      'Swaying Footbridges',
      '',
      long(SWAY),
      '',
      'Kites and Cameras',
      '',
      short,
      '',
      'Third',
      '',
      long(KITE),
    ];
    expect(await titled(text.join('\n'))).toEqual([
      ['Swaying Footbridges', long(SWAY)],
      ['Kites and Cameras', short],
      ['Third', long(KITE)],
    ]);
  });

  it('lose a glued button only where a title is left', () => {
    expect(withoutGluedButton('SubscribeBuilding Bridges, Not Walls')).toBe('Building Bridges, Not Walls');
    expect(withoutGluedButton('Subscribers and Their Habits')).toBe('Subscribers and Their Habits');
    expect(withoutGluedButton('Subscribe')).toBe('Subscribe');
  });
});

describe('plain text', () => {
  it('may be one abstract a line', async () => {
    expect(await titled(`${long(SWAY)}\n${long(KITE)}\n`)).toEqual([
      [undefined, long(SWAY)],
      [undefined, long(KITE)],
    ]);
  });

  it('has its titles above their blocks', async () => {
    const wrapped = long(SWAY).replaceAll('step. ', 'step.\n');
    expect(await titled(`Swaying Footbridges\n${wrapped}\n\nKites\n\n${long(KITE)}`)).toEqual([
      ['Swaying Footbridges', long(SWAY)],
      ['Kites', long(KITE)],
    ]);
  });

  it('is the last resort of detection', () => {
    expect(detectFormat('Nothing in particular', 'a.txt')).toBe('plain');
    expect(detectFormat('{curly} words', 'a.txt')).toBe('plain');
    expect(detectFormat('[1] A numbered thing', 'a.txt')).toBe('plain');
  });
});
