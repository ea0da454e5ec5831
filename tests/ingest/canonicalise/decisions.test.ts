import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLacunaError } from '../../../graph/errors.ts';
import { Canonicaliser, type Vocabulary } from '../../../ingest/canonicalise/canonicaliser.ts';
import {
  type Decision,
  decisionsHash,
  inOrder,
  parseDecision,
  parseDecisions,
} from '../../../ingest/canonicalise/decisions.ts';
import type { Extraction } from '../../../ingest/extract/extractor.ts';
import { extraction, linked, named, vocabularyOf } from './extractions.ts';

const PAPERS: Extraction[] = [
  extraction('a', ['sparse autoencoder', 'SAE', 'language model'], { SAE: 'sparse autoencoder' }),
  extraction('b', ['Sparse autoencoders', 'SAE', 'dictionary learning'], { SAE: 'sparse autoencoder' }),
  extraction('c', ['object recognition', 'object detection', 'training runs']),
];

/** Days apart, in the order given. */
const dated = (...decisions: object[]): Decision[] =>
  decisions.map((decision, i) =>
    parseDecision({ id: `d${i}`, at: `2026-01-0${i + 1}T00:00:00Z`, ...decision }),
  );

function decide(decisions: readonly Decision[], papers = PAPERS): Vocabulary {
  const canonicaliser = new Canonicaliser({}, decisions);
  for (const paper of papers) canonicaliser.observe(paper);
  return canonicaliser.resolve();
}

const names = ({ concepts }: Vocabulary): string[] => concepts.map(({ name }) => name).sort();

describe('a merge', () => {
  const merge = dated({ action: 'merge', forms: ['dictionary learning'], into: 'SAE' });

  it('joins whole concepts, by any of their forms, with the reason', () => {
    const vocabulary = decide(merge);
    const { aliases, reasons, id } = named(vocabulary, 'sparse autoencoder');
    expect(aliases).toContain('dictionary learning');
    expect(reasons['dictionary learning']).toBe('user');
    expect(id).toBe(named(vocabularyOf(PAPERS), 'sparse autoencoder').id);
    expect(linked(vocabulary, PAPERS[1]!)).toEqual(['sparse autoencoder']);
  });

  it('of what was merged before takes all of it along', () => {
    const vocabulary = decide(
      dated(merge[0]!, { action: 'merge', forms: ['SAE'], into: 'object detection' }),
    );
    expect(names(vocabulary)).toEqual([
      'language model',
      'object detection',
      'object recognition',
      'training runs',
    ]);
    const user = Object.values(named(vocabulary, 'object detection').reasons);
    expect(new Set(user)).toEqual(new Set(['user']));
  });
});

describe('a split', () => {
  it('takes exactly these forms out, against the paper’s own definition too', () => {
    const vocabulary = decide(dated({ action: 'split', forms: ['SAE'] }));
    expect(named(vocabulary, 'SAE').aliases).toEqual([]);
    expect(named(vocabulary, 'sparse autoencoder').aliases).not.toContain('SAE');
    expect(linked(vocabulary, PAPERS[0]!).sort()).toEqual(['SAE', 'language model', 'sparse autoencoder']);
  });

  it('and a merge back are as if nothing was decided', () => {
    const vocabulary = decide(
      dated(
        { action: 'split', forms: ['SAE'] },
        { action: 'merge', forms: ['SAE'], into: 'sparse autoencoder' },
      ),
    );
    expect(vocabulary.concepts).toEqual(vocabularyOf(PAPERS).concepts);
  });
});

describe('splits, one after the other', () => {
  const both = { action: 'split', forms: ['SAE', 'sparse autoencoder'] };
  const one = { action: 'split', forms: ['SAE'] };
  const back = { action: 'merge', forms: ['SAE'], into: 'language model' };
  /** The forms that are one concept with `form`. */
  const beside = (form: string, ...decisions: object[]): string[] => {
    const { concepts } = decide(dated(...decisions));
    const { name, aliases } = concepts.find((concept) => [concept.name, ...concept.aliases].includes(form))!;
    return [name, ...aliases].sort();
  };

  it('take one form out of those that were split off together', () => {
    expect(beside('SAE', both)).toEqual(['SAE', 'sparse autoencoder']);
    expect(beside('SAE', both, one)).toEqual(['SAE']);
    expect(beside('sparse autoencoder', both, one)).toEqual(['sparse autoencoder']);
  });

  it('of one leave what was merged with it where it is', () => {
    expect(beside('SAE', both, back, one)).toEqual(['SAE']);
    expect(beside('sparse autoencoder', both, back, one)).toEqual(['language model', 'sparse autoencoder']);
  });

  it('of the same forms leave out what was merged into them', () => {
    const more = { action: 'merge', forms: ['language model'], into: 'SAE' };
    expect(beside('SAE', both, more, one, both)).toEqual(['SAE', 'sparse autoencoder']);
    expect(beside('SAE', one, back, one)).toEqual(['SAE']);
  });
});

describe('other decisions', () => {
  it('rename, and keep the name that was', () => {
    const { reasons, id } = named(
      decide(dated({ action: 'rename', form: 'SAE', name: 'SAEs, sparse' })),
      'SAEs, sparse',
    );
    expect(reasons['sparse autoencoder']).toBe('user');
    expect(reasons.SAE).toBe('abbreviation');
    expect(id).toBe(named(vocabularyOf(PAPERS), 'sparse autoencoder').id);
  });

  it('retype', () => {
    const vocabulary = decide(dated({ action: 'retype', form: 'object detection', kind: 'Task' }));
    expect(named(vocabulary, 'object detection').kind).toBe('Task');
  });

  it('stop a concept with all its forms', () => {
    const vocabulary = decide(dated({ action: 'stop', form: 'Sparse autoencoders' }));
    expect(names(vocabulary)).not.toContain('sparse autoencoder');
    expect(linked(vocabulary, PAPERS[0]!)).toEqual(['language model']);
  });

  it('stop one form of it when that was split off first', () => {
    const vocabulary = decide(dated({ action: 'split', forms: ['SAE'] }, { action: 'stop', form: 'SAE' }));
    expect(linked(vocabulary, PAPERS[0]!).sort()).toEqual(['language model', 'sparse autoencoder']);
  });

  it('about unknown forms do nothing, until there are some', () => {
    const decisions = dated(
      { action: 'merge', forms: ['unheard of'], into: 'SAE' },
      { action: 'merge', forms: ['SAE'], into: 'unheard of' },
      { action: 'split', forms: ['unheard of'] },
      { action: 'rename', form: 'unheard of', name: 'heard' },
      { action: 'stop', form: 'unheard of' },
    );
    expect(decide(decisions).concepts).toEqual(vocabularyOf(PAPERS).concepts);
    const heard = [...PAPERS, extraction('d', ['unheard of'])];
    expect(names(decide(decisions.slice(0, 1), heard))).toEqual(names(vocabularyOf(PAPERS)));
  });
});

describe('replaying', () => {
  const forms = [
    'SAE',
    'sparse autoencoder',
    'Sparse autoencoders',
    'language model',
    'object detection',
    'nothing known',
  ];
  const form = fc.constantFrom(...forms);
  const some = fc.uniqueArray(form, { minLength: 1, maxLength: 3 });
  const decision = fc.oneof(
    fc.record({ action: fc.constant('merge'), forms: some, into: form }),
    fc.record({ action: fc.constant('split'), forms: some }),
    fc.record({ action: fc.constant('rename'), form, name: fc.constantFrom('a name', 'SAE') }),
    fc.record({ action: fc.constant('retype'), form, kind: fc.constantFrom('Task', 'Term') }),
    fc.record({ action: fc.constant('stop'), form }),
  );
  const list = fc.array(decision, { maxLength: 8 }).map((all) => dated(...all));

  it('goes by their dates, in whatever order they and the papers come', () => {
    const cases = list.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray(PAPERS, { minLength: PAPERS.length }),
      ),
    );
    fc.assert(
      fc.property(cases, ([all, shuffled, papers]) => {
        const [one, two] = [decide(all), decide(shuffled, papers)];
        expect(two.concepts).toEqual(one.concepts);
        expect(decisionsHash(shuffled)).toBe(decisionsHash(all));
        for (const paper of PAPERS) expect(two.link(paper)).toEqual(one.link(paper));
        for (const { name, aliases, reasons } of one.concepts) {
          expect(Object.keys(reasons).sort()).toEqual(aliases);
          expect(aliases).not.toContain(name);
        }
        expect(new Set(one.concepts.map(({ id }) => id)).size).toBe(one.concepts.length);
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it('of none is the automatic result: taking decisions back undoes them', () => {
    fc.assert(
      fc.property(list, (all) => {
        const changed = decide(all);
        expect(changed.concepts.every(({ id }) => id.length > 0)).toBe(true);
        const undone = decide(all.filter(() => false));
        expect(undone.concepts).toEqual(vocabularyOf(PAPERS).concepts);
        for (const paper of PAPERS) expect(undone.link(paper)).toEqual(vocabularyOf(PAPERS).link(paper));
      }),
      { seed: 5, numRuns: 50 },
    );
  });
});

describe('reading a decision', () => {
  it('fills in id and date', () => {
    const now = new Date('2026-05-01T10:00:00Z');
    const read = parseDecision({ action: 'stop', form: ' runs ' }, now);
    expect(read).toMatchObject({ action: 'stop', form: 'runs', at: '2026-05-01T10:00:00.000Z' });
    expect(read.id).toMatch(/^[0-9a-f]+$/);
    expect(parseDecision({ action: 'stop', form: ' runs ' }, now).id).toBe(read.id);
  });

  it('keeps the order of a file whose decisions have no date', () => {
    const now = new Date('2026-05-01T10:00:00Z');
    const values = Array.from({ length: 30 }, (_, i) => ({
      action: 'rename',
      form: 'SAE',
      name: `name ${i}`,
    }));
    const read = parseDecisions(values, now);
    expect(inOrder(read.toReversed())).toEqual(read);
    expect(named(decide(read), 'name 29').aliases).toContain('SAE');
    expect(read[3]!.at).toBe('2026-05-01T10:00:00.003Z');
    expect(() => parseDecisions([values[0], null])).toThrow(/^decision 2: /);
  });

  it.each([
    null,
    'stop',
    [],
    {},
    { action: 'explode', form: 'x' },
    { action: 'stop' },
    { action: 'stop', form: '' },
    { action: 'stop', form: 'x'.repeat(301) },
    { action: 'stop', form: 'x', at: 'yesterday' },
    { action: 'stop', form: 'x', id: 'a b' },
    { action: 'stop', form: 'x', surprise: 1 },
    { action: 'merge', forms: [], into: 'x' },
    { action: 'retype', form: 'x', kind: 'Thing' },
  ])('refuses %j', (value) => {
    let thrown: unknown;
    try {
      parseDecision(value);
    } catch (error) {
      thrown = error;
    }
    expect(isLacunaError(thrown, 'input')).toBe(true);
  });
});
