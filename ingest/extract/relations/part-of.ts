import type { ConceptKind } from '../../../graph/schema.ts';
import { PROPOSE, slot, type Wording, type WordingTrust, whole, wordings } from './wording.ts';

const FROM = slot('from');
const TO = slot('to');
const ANY: readonly ConceptKind[] = ['Method', 'Model', 'Dataset', 'Metric', 'Term', 'Task'];
const PARTS = '(?:components?|parts?|modules?|ingredients?|blocks?|elements?|subroutines?|layers?)';
/** What a thing has is joined, not the thing: `joins Zigzag's encoder`. */
const WHOLE_FROM = `${whole('from')}(?! ['’]s )`;
const JOINED: WordingTrust = {
  from: ['Method', 'Model', 'Dataset', 'Metric'],
  to: ['Method', 'Model', 'Dataset'],
  confidence: 0.75,
};
const JOIN = 'incorporat(?:e|es|ing)|integrat(?:e|es|ing)|combin(?:e|es|ing)';

/** `from` is a part of `to`. */
export const PART_OF: readonly Wording[] = [
  ...wordings(
    'PART_OF',
    { from: ANY, to: ANY, confidence: 0.85 },
    {
      'consists of': `${whole('to')}(?: ,)?(?: (?:that|which))?(?: (?:is|are))? (?:consist(?:s|ing)? of|composed of|compris(?:es?|ing)|comprised of|made (?:up )?of) ${FROM}`,
      'component of': `${FROM} (?:(?:is|are|as|,|serves? as) )?(?:(?:a|the) )?(?:building )?${PARTS} (?:of|in|within) ${whole('to')}`,
    },
  ),
  ...wordings('PART_OF', JOINED, {
    'propose to join': `${PROPOSE} ${TO}(?: (?:that|which))? (?:to )?(?:${JOIN}) ${WHOLE_FROM}`,
    joins: `${whole('to')}(?: ,)?(?: (?:that|which))? (?:${JOIN}|equipped with|augmented with) ${WHOLE_FROM}`,
  }),
  ...wordings(
    'PART_OF',
    { ...JOINED, from: [...JOINED.from, 'Term'] },
    {
      into: `(?:incorporat|integrat|embedd?|inject|plugg?)(?:e|es|ed|ing|s)? ${FROM} (?:in|into|within) ${whole('to')}`,
    },
  ),
];
