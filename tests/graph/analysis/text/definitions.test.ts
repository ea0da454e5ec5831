import { describe, expect, it } from 'vitest';
import { type DefinitionForm, definitionIn } from '../../../../graph/analysis/text/definitions.ts';

/** The name stands between brackets. */
function read(marked: string, introduces = false) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return definitionIn(marked.replace('[', '').replace(']', ''), { start, end }, introduces);
}

describe('what a sentence says a concept is', () => {
  it.each<[string, DefinitionForm]>([
    ['[Link prediction] is the task of finding edges that are missing.', 'is a'],
    ['A [random walk] is a path whose next step is drawn at random.', 'is a'],
    ['[Autoencoders] are networks that learn to copy their input.', 'is a'],
    ['[Graph convolutional network]s (GCNs) are a family of models for graphs.', 'is a'],
    ['In statistics, [bootstrapping] is a way to draw samples anew.', 'is a'],
    ['[Modularity] is defined as the share of edges within groups.', 'defined'],
    ['[Transfer learning] refers to the use of one task for another.', 'defined'],
    ['We define [betweenness] as the share of shortest paths through a node.', 'defined'],
    ['By [grounding] we mean that each word has its thing.', 'defined'],
    ['[BLEU], which stands for bilingual evaluation understudy, counts n-grams.', 'stands for'],
    ['We train with [Adam], a method with momentum for each weight.', 'apposition'],
    ['[word2vec]: a toolkit for vectors of words', 'apposition'],
    ['Nodes are then pooled, which we call [graph coarsening].', 'called'],
    ['We use a measure known as “[modularity]” throughout.', 'called'],
  ])('%s', (sentence, form) => {
    expect(read(sentence)).toMatchObject({ form });
  });

  it.each([
    'We use [link prediction] to test the vectors.',
    'Is [link prediction] a solved problem?',
    'The gain is largest for [link prediction].',
    'The loss of [link prediction] is a sum of two parts.',
    '[Link prediction] gets better, and speed is a plus.',
    'We propose [link prediction] and more.',
    'It is not known whether [dropout] is a kind of prior.',
    'We need [data augmentation], a learnable map, and long training.',
    'When training with [dropout], a random subset is set to zero.',
    'Tagging, named [entity recognition] and more are solved.',
    'Encoder and [decoder] are stacks of layers of nodes.',
    '',
  ])('nothing: %s', (sentence) => {
    expect(read(sentence)).toBeNull();
  });

  it('tells what a thing is from what people think of it', () => {
    const said = read('[Machine translation] is the task of turning a text into another language.');
    const judged = read('[Machine translation] is an important task.');
    expect(judged!.score).toBeLessThan(said!.score / 2);
  });

  it('takes the words of the paper that introduces it', () => {
    expect(read('We propose [WalkNet] and more.', true)).toEqual({ form: 'introduced', score: 0.6 });
    const own = read('We introduce [WalkNet], a network for walks.', true);
    const others = read('We compare with [WalkNet], a network for walks.');
    expect(own!.score).toBeGreaterThan(others!.score);
  });

  it('is quick with sentences that are made to be slow', () => {
    for (const part of ['is a ', 'a-a-a-', '(((', ' also', 'we we we ', '"“‘', ', which ', ', a b']) {
      const long = part.repeat(4000);
      definitionIn(`x ${long}`, { start: 0, end: 1 });
      expect(definitionIn(`${long} [x`, { start: long.length + 2, end: long.length + 3 })).toBeNull();
    }
  });
});
