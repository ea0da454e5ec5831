import { BE, GAIN, HEADING, JUDGE, SHOW, slot, type Wording, whole, wordings, words } from './wording.ts';

const FROM = slot('from');
const TO = slot('to');
const TRAINING = '(?:train|trained|training|tune|tuned|tuning|learn|learned|learning)';

/** `from` is judged on the data or task `to`, or by the measure `to`. */
export const EVALUATED_ON: readonly Wording[] = [
  ...wordings(
    'EVALUATED_ON',
    { from: ['Method', 'Model', 'Task'], to: ['Dataset'], confidence: 0.85 },
    {
      'compare on': `compar(?:e|es|ed|ing) ${whole('from')} (?:with|to|against|versus|and) ${whole('also')}${words(2)} (?:on|using|over) ${TO}`,
      'compare all on': `compar(?:e|es|ed|ing) ${whole('from')}${words(2)} (?:on|using|over) ${TO}`,
      'evaluate on': `${JUDGE} ${FROM}${words(2)} (?:on|using|with|in|over) ${TO}`,
      'evaluated on': `${FROM}${words(3)} ${JUDGE}${words(3)} (?:on|using|with|in|over) ${TO}`,
      'experiments show': `(?:experiments?|results?|evaluations?|stud(?:y|ies)|tests?)${words(3)} (?:on|with|in|over|using) ${TO}(?: (?!that )[a-z,-]+){0,4} ${SHOW} ${FROM}`,
      'on data, it': `\\bon ${TO} , ${FROM} (?:[a-z-]+ ){0,2}${GAIN}`,
      'gains on': `${FROM}(?: (?:can|also|that|which))? ${GAIN}(?: (?!that |which |${TRAINING} )[^ ]+){0,7} on ${TO}`,
      'on data': `(?<!\\b(?:${TRAINING}|with) (?:(?:a|the|@) )*)${whole('from')} on ${TO}`,
    },
  ),
  ...wordings(
    'EVALUATED_ON',
    { from: ['Method', 'Model'], to: ['Task'], confidence: 0.8 },
    {
      'evaluate on task': `${JUDGE} ${FROM} (?:on|for) ${whole('to')}`,
      'compare on task': `compar(?:e|es|ed|ing) ${whole('from')} (?:with|to|against|versus|and) ${whole('also')} on ${whole('to')}`,
    },
  ),
  ...wordings(
    'EVALUATED_ON',
    { from: ['Method', 'Model', 'Task'], to: ['Metric'], confidence: 0.8 },
    {
      'evaluate by': `${JUDGE} ${FROM}${words(2)} (?:in terms of|by|using|with) ${TO}`,
      'evaluated by': `${HEADING}${FROM} ${BE}${words(1)} (?:${JUDGE}|measured|judged|compared)${words(2)} (?:in terms of|by|using|with) ${TO}`,
      'measured by': `${FROM} (?:, )?(?:as )?measured (?:by|in terms of|in) ${TO}`,
    },
  ),
];
