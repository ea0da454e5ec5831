import { describe, expect, it } from 'vitest';
import type { ConceptKind } from '../../../graph/schema.ts';
import { roleOf } from '../../../ingest/extract/roles.ts';
import { splitSentences } from '../../../ingest/extract/sentences.ts';

function role(text: string, surface: string, kind: ConceptKind): string {
  const start = text.indexOf(surface);
  const sentence = splitSentences(text).find((one) => one.start <= start && start < one.end)!;
  return roleOf(text, sentence, false, false, { start, end: start + surface.length, kind });
}

const ABSTRACT =
  'Parsing has been studied with tree kernels. In this paper we use beam search for parsing. ' +
  'The decoder keeps a trie. Existing decoders need a lexicon. ' +
  'Experiments on the Penn Treebank show that it outperforms greedy decoding in recall.';

describe('a mention’s role', () => {
  it.each([
    ['tree kernels', 'Method', 'background'],
    ['beam search', 'Method', 'uses'],
    ['trie', 'Term', 'uses'],
    ['lexicon', 'Term', 'background'],
    ['Penn Treebank', 'Dataset', 'evaluates'],
    ['greedy decoding', 'Method', 'compares'],
    ['recall', 'Metric', 'evaluates'],
  ] as const)('of %s', (surface, kind, expected) => expect(role(ABSTRACT, surface, kind)).toBe(expected));

  it('ends with the comparison at what it is made on', () => {
    const text = 'Our method outperforms GPT-4 on question answering.';
    expect(role(text, 'GPT-4', 'Model')).toBe('compares');
    expect(role(text, 'question answering', 'Task')).toBe('evaluates');
  });

  it('is use where a paper never speaks of itself', () => {
    expect(role('Beam search keeps a few hypotheses.', 'hypotheses', 'Term')).toBe('uses');
  });

  it('is known beforehand for what is introduced, and use in a title', () => {
    const sentence = { start: 0, end: 10 };
    expect(roleOf('Beam search', sentence, true, true)).toBe('introduces');
    expect(roleOf('Beam search', sentence, false, true)).toBe('uses');
  });
});
