import type { ConceptKind } from '../../../graph/schema.ts';
import {
  BE,
  DO,
  DOING,
  HEADING,
  JUDGE,
  PROPOSE,
  slot,
  USE,
  type Wording,
  whole,
  wordings,
  words,
} from './wording.ts';

const FROM = slot('from');
const TO = slot('to');
const MEANS: readonly ConceptKind[] = ['Method', 'Model', 'Dataset', 'Term'];
const ENDS: readonly ConceptKind[] = ['Task', 'Term', 'Method', 'Model'];
/** A gerund whose object is put to use: `by reducing X` is none. */
const USING =
  '(?:(?:using|leveraging|exploiting|employing|applying|adopting|utili[sz]ing|incorporating|introducing|adding|performing|training|learning) )?';
const WHICH = '(?:(?: ,)? (?:that|which))?';
/** Behind one of these a concept is not what the words after it speak of: `higher than X by reducing Y`. */
const BESIDE =
  '(?<!\\b(?:in|on|across|at|from|with|within|over|under|between|against|than|during|using|by|via|through) (?:(?:a|the|@|other|such) )*)';

/** `from` is a means to `to`. */
export const USED_FOR: readonly Wording[] = [
  ...wordings(
    'USED_FOR',
    { from: MEANS, to: ENDS, confidence: 0.9 },
    {
      'use for': `${USE} ${FROM} for ${DOING}${TO}`,
      'use to': `${USE} ${FROM} to ${DO}${TO}`,
      'apply to': `(?:appl(?:y|ies|ied|ying|ication of)|adapts?|extends?|generali[sz]es?) ${FROM} to ${DOING}${TO}`,
      'is used': `${BESIDE}${FROM}${WHICH}(?: ${BE})? (?:used|employed|applied|utili[sz]ed|adopted|exploited|leveraged|suited|useful|designed|developed|proposed) (?:for ${DOING}|to ${DO}|to |in )${TO}`,
      'to do, use': `(?:^|, |in order )to ${DO}${TO} , we (?:${USE}|${PROPOSE}) ${FROM}`,
    },
  ),
  ...wordings(
    'USED_FOR',
    { from: ['Method', 'Model', 'Dataset'], to: ENDS, confidence: 0.9 },
    {
      'propose to': `${PROPOSE} ${FROM}(?: ,)?(?: (?:that|which|in order))* (?:to ${DO}|for ${DOING})${TO}`,
      for: `(?<!\\b${JUDGE} (?:(?:a|the|@) )*)${FROM} for ${DOING}${TO}`,
      'use in': `${USE} ${FROM} in ${DOING}<(?<to>[\\d.]+)>`,
    },
  ),
  ...wordings(
    'USED_FOR',
    { from: ['Method', 'Model'], to: ['Task', 'Term'], confidence: 0.8 },
    {
      solves: `${FROM}${WHICH}${words(1)} (?:solves?|addresses|tackles?|performs?|enables?|facilitates?) ${TO}(?! to )`,
    },
  ),
  ...wordings(
    'USED_FOR',
    { from: MEANS, to: ['Task', 'Method', 'Model'], confidence: 0.85 },
    {
      'based on': `${BESIDE}(?<!\\b(?:${JUDGE}|select(?:s|ed|ing)?|choos(?:e|es|ing)) (?:(?:a|the|@) )*)${whole('to')}(?:(?: ${BE})? based on| using| via| by means of) ${USING}${FROM}`,
      uses: `${HEADING}${whole('to')}${WHICH} (?:is based on|are based on|uses|exploits|leverages|employs|relies on|utili[sz]es) ${USING}${FROM}`,
      use: `(?<=(?:^|(?:[,.;:]|that|while|but) )(?:(?:a|the|@) )*)${whole('to')}${WHICH} (?:use|exploit|leverage|employ|rely on|utili[sz]e) ${USING}${FROM}`,
    },
  ),
  ...wordings(
    'USED_FOR',
    { from: MEANS, to: ['Task', 'Method', 'Model'], confidence: 0.85, holdsDenied: true },
    { '-based': `${FROM} -based ${TO}` },
  ),
  ...wordings(
    'USED_FOR',
    { from: ['Method', 'Model', 'Dataset'], to: ['Task', 'Method', 'Model'], confidence: 0.8 },
    { by: `${BESIDE}${whole('to')}(?: ${BE})? (?:through|by) ${USING}${FROM}` },
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
