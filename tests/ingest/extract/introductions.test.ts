import { describe, expect, it } from 'vitest';
import { createRuleExtractor } from '../../../ingest/extract/rule-extractor.ts';

const extractor = createRuleExtractor();

async function introduced(abstract: string | null, title: string | null = null) {
  const [extraction] = await extractor.extract([{ id: 'paper', title, abstract }]);
  return extraction!.introductions;
}

describe('names that a paper introduces', () => {
  it.each([
    ['We propose FooNet, a network for maps.', ['FooNet']],
    ['In this work, we introduce lazy probing, a way to read layers.', ['lazy probing']],
    ['We present Slow Careful Decoding (SCD), which decodes.', ['SCD']],
    ['We release two new benchmarks, SandBank and MudMix, for robots.', ['SandBank', 'MudMix']],
    ['We introduce three corpora of poems: ODE-X, LYR and BallaD.', ['ODE-X', 'LYR', 'BallaD']],
    ['We develop a crowd system called Planner9 for routes.', ['Planner9']],
    ['We study a new setting that we call patient learning.', ['patient learning']],
    ['Our method, the bent lens, is cheap.', ['bent lens']],
    ['This paper describes a novel parser, ZAPP, which is fast.', ['ZAPP']],
    ['Tests use CMAPP, a new approach for copying states.', ['CMAPP']],
    ['On all tests, our QuickSort9000 wins.', ['QuickSort9000']],
    ['We extend the existing parser with a crowd tool called GRAINER.', ['GRAINER']],
    ['Second, we introduce \\emph{dune-tuning} -- swapping sand between boxes.', ['dune-tuning']],
    [
      'We propose two methods that read sand: grain counting (one by one) and dune weighing (all at once).',
      ['dune weighing', 'grain counting'],
    ],
    ['We build the Sand R1 "Camel", a small robot.', ['Sand R1 "Camel"']],
    [
      'Sand is everywhere. We propose a way to move it. In short, DUNEX moves sand. DUNEX achieves much.',
      ['DUNEX'],
    ],
    ['GRAINER is a fast parser that reads sand. Its grammar is small.', ['GRAINER']],
    ['We propose grain networks (GRN). GRN outperforms all others on three beaches.', ['GRN']],
  ])('finds them in %s', async (text, names) => {
    expect((await introduced(text)).map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it.each([
    'We propose a novel method for this problem.',
    'We present results on ImageNet with BERT.',
    'We introduce a simple and effective approach.',
    'BERT is a well-known model called an encoder.',
    'We propose to use large language models (LLMs) for planning.',
    'This paper presents an analysis of the data.',
    'We propose to train a support vector machine (SVM) on sand, and compare it with DuneNet (Miller, 1999).',
    'DuneNet is a popular model. Its sand is dry.',
    'We test it on a real-world named entity recognition task, in which our sampler wins.',
    "Existing sets of dunes - called `dune zoos' - are small. We join the idea of `dune zoos' with wind.",
    'We study what is often called dune weighing, in our words.',
    'Recent work such as DuneNet moves sand. We study why it does.',
  ])('finds none in %s', async (text) => {
    expect(await introduced(text)).toEqual([]);
  });

  it('reads the title before a colon', async () => {
    expect(await introduced('Sand moves.', 'DuneBench: A Benchmark for Sand')).toMatchObject([
      { name: 'DuneBench', kind: 'Dataset' },
    ]);
    expect(await introduced('It is far.', 'Beyond the Dunes: What Sand Tells Us')).toEqual([]);
  });

  it('takes the whole title for a name where it is proposed', async () => {
    const found = await introduced(
      'We introduce moving sand with slow camels, a setting of its own.',
      'Moving Sand with Slow Camels',
    );
    expect(found.map(({ name }) => name)).toEqual(['moving sand with slow camels']);
  });

  it('gives names of one list the kind of what is listed', async () => {
    const found = await introduced('We release two new datasets of old poems: ODEX and LyrBox.');
    expect(found.map(({ name, kind }) => [name, kind]).sort()).toEqual([
      ['LyrBox', 'Dataset'],
      ['ODEX', 'Dataset'],
    ]);
  });

  it('names the surest first', async () => {
    const found = await introduced(
      'We propose Slow Sand (SLOSA), a novel parser. With our crowd tool called dune box, SLOSA outperforms others.',
    );
    expect(found[0]?.name).toBe('SLOSA');
  });

  it('keeps the long form, and takes the kind from what is said of it', async () => {
    expect(await introduced('We introduce Open Sand Archive (OSA), a large dataset of dunes.')).toMatchObject(
      [{ name: 'OSA', long: 'Open Sand Archive', kind: 'Dataset' }],
    );
  });
});
