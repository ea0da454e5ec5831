import { definitionIn } from '../../analysis/text/definitions.ts';
import type { Citation } from '../../contract.ts';
import { formsOf, type ReadPaper, sentencesOf } from '../evidence.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import type { Target, Want } from '../plan.ts';
import { findForm, stem, wordsOf } from '../word-forms.ts';

const MOST = 4;
const FIGURE =
  /(?:[+−-]?\d[\d,]*(?:\.\d+)?\s?(?:%|\\%|percent|x\b|×|-fold|times|million|billion|M\b|B\b|K\b)?)/;
const NUMBER_WORD =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|million|half|twice|third)\b/i;
const FINDING =
  /\b(?:we (?:find|show|demonstrate|observe|conclude|prove|reveal|discover|establish)|(?:our|the) (?:results|findings|experiments?|analys[ie]s|study|work)|reveal\w*|results (?:show|demonstrate|indicate)|find(?:s|ing)? that|shows? that|outperform\w*|improv\w+|conclud\w+|suggest\w*|evidence)\b/i;

export const hasFigure = (sentence: string): boolean =>
  FIGURE.test(sentence.replace(/\b[\p{L}-]+\d[\w.-]*/gu, ' ')) || NUMBER_WORD.test(sentence);
export const isFinding = (sentence: string): boolean => FINDING.test(sentence);

/** What a paper says of the targets, for what is wanted; empty where only the papers are. */
export function tellingsOf(
  paper: ReadPaper,
  targets: readonly Target[],
  wants: readonly Want[],
  words: readonly string[] = [],
): Citation[] {
  if (wants.length === 0 && words.length === 0) return [];
  const stems = [...new Set(words.map((word) => stem(word)))];
  const ranked = sentencesOf(paper).map((sentence, at) => {
    const named = targets.filter((target) => findForm(sentence, formsOf(target)));
    let score = 2 * named.length;
    const has = new Set(wordsOf(sentence).map(stem));
    score += words.filter((word) => says(sentence, word)).length;
    score += stems.filter((one) => has.has(one)).length / 2;
    if (wants.includes('figures') && hasFigure(sentence)) score += 2;
    if (wants.includes('findings') && isFinding(sentence)) score += 2;
    if (wants.includes('definition')) score += 3 * definitionScore(sentence, named);
    return { sentence, at, score };
  });
  const fitting = ranked.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.at - b.at);
  const best = fitting.slice(0, MOST);
  // No word that the paper has is left out for sentences that only name the thing.
  for (const word of words) {
    if (best.some(({ sentence }) => says(sentence, word))) continue;
    const other = fitting.find(({ sentence }) => says(sentence, word));
    if (other) best.push(other);
  }
  best.sort((a, b) => a.at - b.at);
  return best.map(({ sentence }) => ({ paper: paper.id, sentence }));
}

/** Whether a sentence has the word in any form, or one that says nearly the same. */
export function says(sentence: string, word: string): boolean {
  const own = wordsOf(sentence);
  const asked = wordsOf(word);
  return asked.every((one) => {
    const same = synonymsOf(one);
    return own.some(
      (there) => stem(there) === stem(one) || same.some((beginning) => there.startsWith(beginning)),
    );
  });
}

/** Whether a sentence says what one of the targets is. */
export const defines = (sentence: string, targets: readonly Target[]): boolean =>
  definitionScore(sentence, targets) > 0;

function definitionScore(sentence: string, targets: readonly Target[]): number {
  let best = 0;
  for (const target of targets) {
    const at = findForm(sentence, formsOf(target));
    if (at) best = Math.max(best, definitionIn(sentence, at, true)?.score ?? 0);
  }
  return best;
}
