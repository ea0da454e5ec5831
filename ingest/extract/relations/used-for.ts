import type { ConceptKind } from '../../../graph/schema.ts';
import { BE, DO, DOING, PROPOSE, slot, USE, type Wording, whole, wordings, words } from './wording.ts';

const FROM = slot('from');
const TO = slot('to');
const MEANS: readonly ConceptKind[] = ['Method', 'Model', 'Dataset', 'Term'];
const ENDS: readonly ConceptKind[] = ['Task', 'Term', 'Method', 'Model'];
/** A gerund whose object is put to use: `by reducing X` is none. */
const USING =
  '(?:(?:using|leveraging|exploiting|employing|applying|adopting|utili[sz]ing|incorporating|introducing|adding|performing|training|learning) )?';
const WHICH = '(?: ,)?(?: (?:that|which))?';

/** `from` is a means to `to`. */
export const USED_FOR: readonly Wording[] = [
  ...wordings(
    'USED_FOR',
    { from: MEANS, to: ENDS, confidence: 0.9 },
    {
      'use for': `${USE} ${FROM} for ${DOING}${TO}`,
      'use to': `${USE} ${FROM} to ${DO}${TO}`,
      'apply to': `(?:appl(?:y|ies|ied|ying|ication of)|adapts?|extends?|generali[sz]es?) ${FROM} to ${DOING}${TO}`,
      'is used': `${FROM}${WHICH}(?: ${BE})? (?:used|employed|applied|utili[sz]ed|adopted|exploited|leveraged|suited|useful|designed|developed|proposed) (?:for ${DOING}|to ${DO}|to |in )${TO}`,
      'to do, use': `(?:^|, |in order )to ${DO}${TO} , we (?:${USE}|${PROPOSE}) ${FROM}`,
    },
  ),
  ...wordings(
    'USED_FOR',
    { from: ['Method', 'Model', 'Dataset'], to: ENDS, confidence: 0.9 },
    {
      'propose to': `${PROPOSE} ${FROM}(?: ,)?(?: (?:that|which|in order))* (?:to ${DO}|for ${DOING})${TO}`,
      for: `${FROM} for ${DOING}${TO}`,
      'use in': `${USE} ${FROM} in ${DOING}<(?<to>[\\d.]+)>`,
    },
  ),
  ...wordings(
    'USED_FOR',
    { from: ['Method', 'Model'], to: ['Task', 'Term'], confidence: 0.8 },
    {
      solves: `${FROM}${WHICH}${words(1)} (?:solves?|addresses|tackles?|performs?|enables?|facilitates?) ${TO}`,
    },
  ),
  ...wordings(
    'USED_FOR',
    { from: MEANS, to: ['Task', 'Method', 'Model'], confidence: 0.85 },
    {
      'based on': `${whole('to')}${WHICH}(?: ${BE})? (?:based on|using|via|by means of|uses?|exploits?|leverages?|employs?|relies on|utili[sz]es?|through|by) ${USING}${FROM}`,
      '-based': `${FROM} -based ${TO}`,
    },
  ),
  ...wordings(
    'USED_FOR',
    { from: ['Dataset'], to: ['Method', 'Model', 'Task'], confidence: 0.85 },
    {
      'train on': `(?:pre-?|re)?(?:train(?:s|ed|ing)?|fine-?tun(?:e|es|ed|ing)|learn(?:s|ed|ing)?) ${TO} (?:on|from|with|using) ${FROM}`,
      'trained on': `${TO}${WHICH}(?: ${BE})? (?:pre-?|re)?(?:trained|fine-?tuned|learn(?:ed|t)) (?:on|from|with|using) ${FROM}`,
    },
  ),
];
