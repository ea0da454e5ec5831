import { describe, expect, it } from 'vitest';
import type { ConceptKind } from '../../../graph/schema.ts';
import { familyBase } from '../../../ingest/canonicalise/families.ts';
import { extraction, vocabularyOf } from './extractions.ts';

it.each(
  (
    'GPT-4o=GPT|GPT-4o-mini=GPT|GPT-3.5 Turbo=GPT|Llama-2-7B=Llama|Llama 3.1 70B Instruct=Llama|BERT-base=BERT|' +
    'ResNet-50=ResNet|CIFAR-100=CIFAR|Qwen2.5-7B=Qwen|Claude 3.5 Sonnet=Claude|Mixtral-8x7B=Mixtral|YOLOv5=YOLO|' +
    'MobileNetV2=MobileNet|PASCAL VOC 2012=PASCAL VOC|ImageNet-C=ImageNet|MovieLens 1M=MovieLens|VGG16=VGG|' +
    'GPT-J-6B=GPT|DeepSeek-R1=DeepSeek|DeepSeek V3=DeepSeek'
  )
    .split('|')
    .map((pair) => pair.split('=')),
)('%s is of the family %s', (name, base) => expect(familyBase(name!)).toBe(base));

it.each(
  'sparse autoencoder|F1|L2|T5|k-means|word2vec|top-5 accuracy|Q-learning|RoBERTa|Adam|two-layer network|ℓ1'.split(
    '|',
  ),
)('%s is of none', (name) => expect(familyBase(name)).toBeNull());

describe('members of a family', () => {
  const familiesOf = (forms: readonly string[], kind: ConceptKind = 'Model') =>
    Object.fromEntries(
      vocabularyOf([extraction('p', forms, {}, kind)]).concepts.map(({ name, family }) => [name, family]),
    );

  it('stay apart under its name', () => {
    expect(familiesOf(['GPT-4', 'GPT-4o', 'Llama-2-7B', 'Llama-2-13B', 'Llama-2-13B'])).toEqual({
      'GPT-4': 'GPT',
      'GPT-4o': 'GPT',
      'Llama-2-7B': 'Llama',
      'Llama-2-13B': 'Llama',
    });
  });

  it('are the base itself and one more, whatever the base is short for', () => {
    expect(familiesOf(['BERT', 'BERT-base', 'BERT-large'])).toEqual({
      BERT: 'BERT',
      'BERT-base': 'BERT',
      'BERT-large': 'BERT',
    });
    const long = 'Bidirectional Encoder Representations from Transformers';
    const { concepts } = vocabularyOf([
      extraction('a', [long, long, 'BERT'], { BERT: long }, 'Model'),
      extraction('b', ['BERT-large'], {}, 'Model'),
    ]);
    expect(concepts.map(({ family }) => family)).toEqual(['BERT', 'BERT']);
  });

  it('are not alone, nor of another kind', () => {
    expect(familiesOf(['GPT-4'])).toEqual({ 'GPT-4': null });
    expect(familiesOf(['GPT-4', 'GPT-4o'], 'Term')).toEqual({ 'GPT-4': null, 'GPT-4o': null });
    const { concepts } = vocabularyOf([
      extraction('a', ['SIM'], {}, 'Method'),
      extraction('b', ['SIM10K'], {}, 'Dataset'),
    ]);
    expect(concepts.map(({ family }) => family)).toEqual([null, null]);
  });
});
