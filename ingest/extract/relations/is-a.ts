import type { ConceptKind } from '../../../graph/schema.ts';
import { single, slot, type Wording, whole, wordings } from './wording.ts';

const FROM = slot('from');
const KINDS: readonly ConceptKind[] = ['Method', 'Model', 'Task', 'Dataset', 'Metric', 'Term'];
/** What is said of a thing's quality, or of something beside it, is no example of it; of a list, the nearest is meant. */
const HEAD =
  '(?<!(?:@|of|beyond|than|unlike|beside|besides|(?:@|of|beyond|than|unlike) (?:a|the)) )(?:(?:a|the) )?<(?:[\\d.]+\\.)?(?<to>\\d+)>(?! -compound)';

/** `from` is a kind or example of `to`. */
export const IS_A: readonly Wording[] = wordings(
  'IS_A',
  { from: KINDS, to: KINDS, confidence: 0.85 },
  {
    'such as': `${HEAD}(?: ,)? (?:such as|like|including|e\\.g\\.|namely)(?: ,)? ${FROM}`,
    'and other': `${FROM}(?: ,)? (?:and|or) (?:the )?other ${whole('to')}`,
    'is a': `(?<!of (?:(?:a|the) )*)${single('from')} (?:is|are) (?:a|one of the) <(?<to>\\d+)>(?! -compound| of)`,
    apposition: `(?<!\\ba )<(?<from>\\d+)> , a <(?<to>\\d+)>(?= (?:that|which|for|to|based|with|using|,|\\.|$))`,
    title: `^${single('from')} : a <(?<to>\\d+)>(?! -compound)`,
    called: `(?<!with (?:(?:a|the) )*)${HEAD}(?: for (?:(?:a|the) )?<[\\d.]+>)?(?: ,)? (?:called|named|termed|dubbed) ${FROM}`,
  },
);
