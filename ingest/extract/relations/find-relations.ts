import type { AnalysedField } from '../analysed-field.ts';
import type { Mention, Relation } from '../extractor.ts';
import { ALL_WORDINGS } from './all-wordings.ts';
import { codeSentence } from './coded-sentence.ts';
import { isDenied } from './denial.ts';
import type { Wording } from './wording.ts';

/** More mentions in one sentence are a list of contents, not a statement. */
const MAX_MENTIONS = 40;

type Placed = { mention: Mention; index: number };

const idsOf = (group: string | undefined): number[] => (group ? group.split('.').map(Number) : []);

function* pairsOf(match: RegExpExecArray): Generator<[from: number, to: number]> {
  const { from, also, to, all } = match.groups ?? {};
  const members = idsOf(all);
  for (const [at, one] of members.entries()) for (const other of members.slice(at + 1)) yield [one, other];
  for (const one of [...idsOf(from), ...idsOf(also)]) for (const other of idsOf(to)) yield [one, other];
}

function* matchesOf(pattern: RegExp, line: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    yield match;
    // What ends one statement may begin the next.
    pattern.lastIndex = match.index + 1;
  }
}

/** Names that papers give to people, which span sources take for systems: they use things, and are used for none. */
const PEOPLE = /^(?:alice|bob|carol|eve)\b/i;

const isMeans = ({ kind }: Mention): boolean => kind === 'Method' || kind === 'Model';

/** Whether such a thing can be said of these two: like is compared with like, and is a kind of it. */
function allows({ type, from, to }: Wording, one: Mention, other: Mention): boolean {
  if (!from.includes(one.kind) || !to.includes(other.kind)) return false;
  if (one.surface.toLowerCase() === other.surface.toLowerCase()) return false;
  if (PEOPLE.test(one.surface) || PEOPLE.test(other.surface)) return false;
  if (type !== 'COMPARED_WITH' && type !== 'IS_A') return true;
  if (one.kind === other.kind || (isMeans(one) && isMeans(other))) return true;
  return type === 'IS_A' && one.kind === 'Model' && other.kind === 'Term';
}

function* relationsIn(line: string, mentions: readonly Mention[]): Generator<Relation> {
  const tied = new Set<string>();
  for (const wording of ALL_WORDINGS) {
    for (const match of matchesOf(wording.pattern, line)) {
      for (const [from, to] of pairsOf(match)) {
        const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
        if (tied.has(pair) || !allows(wording, mentions[from]!, mentions[to]!)) continue;
        if (!wording.holdsDenied && isDenied(line, match.index, match.index + match[0].length)) break;
        tied.add(pair);
        yield { type: wording.type, from, to, confidence: wording.confidence };
      }
    }
  }
}

/**
 * What the sentences of a paper say of two concepts in them, by wording: precision before recall. Indexes are those of
 * `mentions`; a pair of mentions is tied once.
 */
export function findRelations(fields: readonly AnalysedField[], mentions: readonly Mention[]): Relation[] {
  const relations: Relation[] = [];
  for (const { field, sentences } of fields) {
    const placed: Placed[] = mentions
      .map((mention, index) => ({ mention, index }))
      .filter(({ mention }) => mention.field === field);
    for (const sentence of sentences) {
      const here = placed.filter(
        ({ mention }) => mention.start >= sentence.start && mention.end <= sentence.end,
      );
      if (here.length < 2 || here.length > MAX_MENTIONS) continue;
      relations.push(...relationsIn(codeSentence(sentence, here), mentions));
    }
  }
  return relations;
}
