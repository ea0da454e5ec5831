import { DOING, GAIN, JUDGE, SHOW, slot, type Wording, whole, wordings, words } from './wording.ts';

const FROM = slot('from');
const TO = slot('to');
const TRAINING = '(?:train|trained|training|tune|tuned|tuning|learn|learned|learning)';

/** `from` is judged on the data or task `to`, or by the measure `to`. */
export const EVALUATED_ON: readonly Wording[] = [
  ...wordings(
    'EVALUATED_ON',
    { from: ['Method', 'Model', 'Task'], to: ['Dataset'], confidence: 0.85 },
    {
      'evaluate on': `${JUDGE} ${FROM}${words(2)} (?:on|using|with|in|over) ${TO}`,
      'evaluated on': `${FROM}${words(3)} ${JUDGE}${words(3)} (?:on|using|with|in|over) ${TO}`,
      'experiments show': `(?:experiments?|results?|evaluations?|stud(?:y|ies)|tests?)${words(3)} (?:on|with|in|over|using) ${TO}(?: (?!that )[a-z,-]+){0,4} ${SHOW} ${FROM}`,
      'on data, it': `\\bon ${TO} , ${FROM} (?:[a-z-]+ ){0,2}${GAIN}`,
      'gains on': `${FROM}(?: (?:can|also|that|which))? ${GAIN}(?: (?!that |which |${TRAINING} )[^ ]+){0,7} on ${TO}`,
      'on data': `(?<!\\b${TRAINING} (?:(?:a|the|@) )*)${whole('from')} on ${TO}`,
    },
  ),
  ...wordings(
    'EVALUATED_ON',
    { from: ['Method', 'Model'], to: ['Task'], confidence: 0.8 },
    { 'evaluate on task': `${JUDGE} ${FROM} on ${whole('to')}` },
  ),
  ...wordings(
    'EVALUATED_ON',
    { from: ['Method', 'Model', 'Task'], to: ['Metric'], confidence: 0.8 },
    {
      'measure of': `${TO} (?:of|for) ${DOING}${whole('from')}`,
      'in terms of': `${FROM}(?: (?!that |which )[^ ]+){0,8} (?:in terms of|(?:as )?measured by) ${TO}`,
    },
  ),
];
