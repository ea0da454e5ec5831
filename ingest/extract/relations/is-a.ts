import type { ConceptKind } from '../../../graph/schema.ts';
import { HEADING, single, slot, type Wording, whole, wordings } from './wording.ts';

const FROM = slot('from');
const KINDS: readonly ConceptKind[] = ['Method', 'Model', 'Task', 'Dataset', 'Metric', 'Term'];
const NAMED_KINDS = KINDS.filter((kind) => kind !== 'Term');
/** A phrase that goes on is another thing: `chains` of `chains of thought`. */
const ENDED = '(?! (?:-compound|of))';
/** What is said of a thing's quality, or of something beside it, is no example of it; of a list, the nearest is meant. */
const HEAD =
  '(?<!(?:@|of|beyond|than|unlike|beside|besides|(?:@|of|beyond|than|unlike) (?:a|the)) )(?:(?:a|the) )?<(?:[\\d.]+\\.)?(?<to>\\d+)>(?! -compound)';

/** `from` is a kind or example of `to`. */
export const IS_A: readonly Wording[] = [
  ...wordings(
    'IS_A',
    { from: KINDS, to: KINDS, confidence: 0.85, holdsDenied: true },
    {
      'such as': `${HEAD}(?: ,)? (?:such as|including|e\\.g\\.|namely)(?: ,)? ${FROM}${ENDED}`,
      'and other': `${FROM}(?: ,)? (?:and|or) (?:the )?other ${whole('to')}`,
      apposition: `(?<!\\ba )<(?<from>\\d+)> , a <(?<to>\\d+)>(?= (?:that|which|for|to|based|with|using|,|\\.|$))`,
      title: `^${single('from')} : a <(?<to>\\d+)>(?! -compound)`,
      called: `(?<!with (?:(?:a|the) )*)${HEAD}(?: for (?:(?:a|the) )?<[\\d.]+>)?(?: ,)? (?:called|named|termed|dubbed) ${FROM}`,
    },
  ),
  // `Sequences like chains` may only resemble them.
  ...wordings(
    'IS_A',
    { from: NAMED_KINDS, to: NAMED_KINDS, confidence: 0.8, holdsDenied: true },
    { like: `${HEAD}(?: ,)? like ${FROM}${ENDED}` },
  ),
  ...wordings(
    'IS_A',
    { from: KINDS, to: KINDS, confidence: 0.85 },
    {
      'is a': `${HEADING}${single('from')} (?:is|are) (?:a|one of the) <(?<to>\\d+)>(?! -compound| of)`,
    },
  ),
];
