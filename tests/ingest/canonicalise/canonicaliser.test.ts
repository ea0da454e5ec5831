import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Canonicaliser } from '../../../ingest/canonicalise/canonicaliser.ts';
import { hashId } from '../../../ingest/clean/hash-id.ts';
import type { Extraction } from '../../../ingest/extract/extractor.ts';
import { conceptsOf, extraction, linked, mention, named, vocabularyOf } from './extractions.ts';

describe('a concept', () => {
  it('has an id by its key, aliases sorted, and a reason for each', () => {
    const [concept] = conceptsOf(
      'token optimisation',
      'token optimization',
      'token optimization',
      'Token optimization',
      'token-optimization',
      'token optimizations',
    );
    expect(concept).toEqual({
      id: hashId('tokenoptimization'),
      key: 'tokenoptimization',
      family: null,
      name: 'token optimization',
      kind: 'Method',
      aliases: ['Token optimization', 'token optimisation', 'token optimizations', 'token-optimization'],
      reasons: {
        'Token optimization': 'case',
        'token optimisation': 'spelling',
        'token optimizations': 'plural',
        'token-optimization': 'hyphen',
      },
    });
  });

  it('is named by its most frequent form, in the singular, in lower case where that is common', () => {
    const nameOf = (...surfaces: string[]): string => conceptsOf(...surfaces)[0]!.name;
    expect(nameOf('Sparse Autoencoders', 'Sparse Autoencoders', 'sparse autoencoders')).toBe(
      'sparse autoencoders',
    );
    // The singular stands in a title only.
    expect(nameOf('sparse autoencoders', 'sparse autoencoders', 'Sparse autoencoder')).toBe(
      'sparse autoencoders',
    );
    expect(nameOf('ImageNet', 'ImageNet', 'Imagenet')).toBe('ImageNet');
    expect(nameOf('fine tuning', 'finetuning', 'fine-tuning', 'fine-tuning')).toBe('fine-tuning');
    expect(nameOf('GPT4o', 'GPT-4o')).toBe('GPT-4o');
  });

  it('has the kind with most confidence behind it', () => {
    const paper = (id: string, kind: 'Task' | 'Metric', confidence: number): Extraction => ({
      ...extraction(id, []),
      mentions: [mention('parsing', 0, { kind, confidence })],
    });
    const kindOf = (...papers: Extraction[]): string => vocabularyOf(papers).concepts[0]!.kind;
    expect(kindOf(paper('a', 'Metric', 0.9), paper('b', 'Task', 0.5), paper('c', 'Task', 0.6))).toBe('Task');
    expect(kindOf(paper('a', 'Metric', 0.5), paper('b', 'Task', 0.5))).toBe('Task');
  });
});

describe('short forms', () => {
  const define = { LLM: 'large language model' };

  it('mean their long form, in the plural and inside a phrase too', () => {
    const vocabulary = vocabularyOf([
      extraction('a', ['large language models', 'LLMs'], { LLMs: 'large language models' }),
      extraction('b', ['LLM', 'LLM agents', 'large language model agent']),
    ]);
    expect(vocabulary.concepts.map(({ name }) => name)).toEqual([
      'large language models',
      'large language model agent',
    ]);
    expect(named(vocabulary, 'large language models').reasons).toMatchObject({
      LLM: 'abbreviation',
      LLMs: 'abbreviation',
    });
  });

  it('show the long form for up to three letters, else what is used most', () => {
    const known = ['Bidirectional Encoder Representations from Transformers', 'BERT', 'BERT'];
    expect(vocabularyOf([extraction('a', known, { BERT: known[0]! })]).concepts[0]!.name).toBe('BERT');
    const short = ['LLM', 'LLM', 'LLM', 'large language model'];
    expect(vocabularyOf([extraction('a', short, define)]).concepts[0]!.name).toBe('large language model');
    expect(vocabularyOf([extraction('a', ['LLM'], define)]).concepts[0]!.name).toBe('LLM');
  });

  it('with two meanings mean what their paper says, elsewhere nothing but themselves', () => {
    const papers = [
      extraction('a', ['model-based policy optimization', 'MPO'], { MPO: 'model-based policy optimization' }),
      extraction('b', ['maximum a posteriori policy', 'MPO'], { MPO: 'maximum a posteriori policy' }),
      extraction('c', ['MPO']),
    ];
    const vocabulary = vocabularyOf(papers);
    expect(linked(vocabulary, papers[0]!)).toEqual(['model-based policy optimization']);
    expect(linked(vocabulary, papers[1]!)).toEqual(['maximum a posteriori policy']);
    expect(linked(vocabulary, papers[2]!)).toEqual(['MPO']);
    expect(named(vocabulary, 'maximum a posteriori policy').reasons).toEqual({ MPO: 'abbreviation' });
  });

  it('mean the dominant meaning where a paper is silent', () => {
    const papers = ['a', 'b', 'c', 'd'].map((id) =>
      extraction(id, ['MPO'], { MPO: 'monkey policy outlook' }),
    );
    papers.push(extraction('e', ['MPO'], { MPO: 'mean pair order' }), extraction('f', ['MPO']));
    const vocabulary = vocabularyOf(papers);
    const [of_a] = vocabulary.link(papers[0]!);
    expect(vocabulary.link(papers[5]!)[0]!.conceptId).toBe(of_a!.conceptId);
    expect(vocabulary.link(papers[4]!)[0]!.conceptId).not.toBe(of_a!.conceptId);
  });

  it('of two letters need two papers', () => {
    const once = [extraction('a', ['CE'], { CE: 'cross entropy' }), extraction('b', ['CE'])];
    expect(linked(vocabularyOf(once), once[1]!)).toEqual(['CE']);
    const twice = [...once, extraction('c', ['cross entropy', 'CE'], { CE: 'cross-entropy' })];
    expect(linked(vocabularyOf(twice), once[1]!)).toEqual(['cross entropy']);
  });

  it('take variants of one long form for one', () => {
    const papers = [
      extraction('a', ['MICE', 'model-internal confidence estimators'], {
        MICE: 'model-internal confidence estimators',
      }),
      extraction('b', ['MICE', 'Model-Internal Confidence Estimation'], {
        MICE: 'Model-Internal Confidence Estimation',
      }),
      extraction('c', ['CBQA', 'close-book Question Answering'], { CBQA: 'close-book Question Answering' }),
      extraction('d', ['CBQA', 'closed-book question answering'], { CBQA: 'closed-book question answering' }),
    ];
    expect(vocabularyOf(papers).concepts).toHaveLength(2);
  });

  it('are told from the words they look like', () => {
    const vocabulary = vocabularyOf([
      extraction('a', ['FACT', 'FACT', 'fact', 'facts', 'BERT', 'BERT', 'Bert']),
    ]);
    expect(vocabulary.concepts.map(({ name, aliases }) => [name, ...aliases])).toEqual([
      ['FACT'],
      ['BERT', 'Bert'],
      ['fact', 'facts'],
    ]);
  });

  it('keep their case apart: mAP and MAP', () => {
    const papers = [
      extraction('a', ['mAP', 'MAP'], { mAP: 'mean average precision', MAP: 'maximum a posteriori' }),
    ];
    expect(linked(vocabularyOf(papers), papers[0]!).sort()).toEqual(['MAP', 'mAP']);
  });

  it('that turn in a circle come to an end', () => {
    const papers = [
      extraction('a', ['AAA', 'BBB', 'CCC'], { AAA: 'BBB x thing', BBB: 'CCC y thing', CCC: 'AAA z thing' }),
      extraction('b', ['AAA thing AAA'], { AAAA: 'AAAA of AAAA' }),
    ];
    expect(vocabularyOf(papers).concepts.length).toBeGreaterThan(0);
  });
});

describe('any order', () => {
  const FORMS = (
    'LLM LLMs|large language model|Large Language Models|large-language model|FACT|fact|facts|BERT|bert|MPO|' +
    'model policy|mean policy order|CNN|cnn|convolution net|convolutional net|modelling|modeling|GPT-4|GPT4|GPT-4o'
  ).split('|');
  const DEFINITIONS: [string, string][] = [
    ['LLM', 'large language model'],
    ['LLMs', 'Large Language Models'],
    ['MPO', 'model policy'],
    ['MPO', 'mean policy order'],
    ['CNN', 'convolution net'],
    ['CNN', 'convolutional net'],
    ['CN', 'convolutional net'],
  ];
  const corpus = fc
    .array(
      fc.record({
        surfaces: fc.array(fc.constantFrom(...FORMS), { maxLength: 6 }),
        definitions: fc.array(fc.constantFrom(...DEFINITIONS), { maxLength: 2 }),
        kind: fc.constantFrom('Method' as const, 'Task' as const, 'Model' as const),
      }),
      { maxLength: 12 },
    )
    .map((papers) =>
      papers.map(({ surfaces, definitions, kind }, i) =>
        extraction(`p${i}`, surfaces, Object.fromEntries(definitions), kind),
      ),
    );

  it('gives the same concepts and ties; every tie is to a concept, and every alias has a reason', () => {
    const cases = corpus.chain((papers) =>
      fc.tuple(fc.constant(papers), fc.shuffledSubarray(papers, { minLength: papers.length })),
    );
    fc.assert(
      fc.property(cases, ([papers, shuffled]) => {
        const [one, two] = [vocabularyOf(papers), vocabularyOf(shuffled)];
        expect(two.concepts).toEqual(one.concepts);
        const ids = new Set(one.concepts.map(({ id }) => id));
        expect(ids.size).toBe(one.concepts.length);
        for (const paper of papers) {
          const ties = one.link(paper);
          expect(two.link(paper)).toEqual(ties);
          for (const { conceptId, salience } of ties) {
            expect(ids.has(conceptId)).toBe(true);
            expect(salience >= 0 && salience <= 1).toBe(true);
          }
          const counted = ties.reduce((sum, { count }) => sum + count, 0);
          expect(counted).toBe(paper.mentions.length);
        }
        for (const { aliases, reasons, name } of one.concepts) {
          expect(Object.keys(reasons).sort()).toEqual(aliases.toSorted());
          expect(aliases).not.toContain(name);
        }
      }),
      { seed: 11, numRuns: 600 },
    );
  });
});

describe('size and hostility', () => {
  it('takes a million mentions in seconds', () => {
    const surfaces = Array.from(
      { length: 20_000 },
      (_, i) => `${i % 3 ? 'neural' : 'Neural'} thing number${i}`,
    );
    const papers = Array.from({ length: 50_000 }, (_, paper) =>
      extraction(
        `p${paper}`,
        Array.from({ length: 20 }, (_, i) => surfaces[(paper * 31 + i * 977) % surfaces.length]!),
        paper % 4 ? {} : { [`NT${paper % 100}`]: `neural thing number${paper % 100}` },
      ),
    );
    // Of the processor, so that a busy machine doesn't count.
    const started = process.cpuUsage();
    const canonicaliser = new Canonicaliser();
    for (const paper of papers) canonicaliser.observe(paper);
    const vocabulary = canonicaliser.resolve();
    let ties = 0;
    for (const paper of papers) ties += vocabulary.link(paper).length;
    const seconds = process.cpuUsage(started).user / 1e6;
    console.info(`1,000,000 mentions in ${seconds.toFixed(2)} s: ${vocabulary.concepts.length} concepts`);
    expect(ties).toBe(1_000_000);
    expect(seconds).toBeLessThan(20);
  });

  it('survives names that mean something to JavaScript, and text without an end', () => {
    const paper = extraction(
      'p',
      ['__proto__', 'constructor', 'hasOwnProperty', 'a'.repeat(1e6), '-'.repeat(1e5)],
      {
        __proto__x: 'toString of everything there is',
      },
    );
    const names = linked(vocabularyOf([paper]), paper);
    expect(names.sort()).toEqual(['__proto__', 'constructor', 'hasOwnProperty']);
  });
});
