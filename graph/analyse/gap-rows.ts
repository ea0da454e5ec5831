import { createHash } from 'node:crypto';
import type { Gap, GapList, NodeRef } from '../analysis/gaps/gap.ts';
import type { FindingProperties, GapKind, GapProperties } from '../schema.ts';
import type { BetweenRow } from './derived-facts.ts';
import { roundedNumbers, significant } from './rounding.ts';

const HEX_DIGITS = 16;
const TITLE_LENGTH = 160;

/** What stands between the names in a title. */
const JOINTS: Readonly<Record<GapKind, string>> = {
  themePair: ' and ',
  conceptPair: ' with ',
  cell: ' × ',
  broker: ', ',
  question: ', ',
  risingPair: ' with ',
};

/** Names a node as a reader knows it. */
export type NameOf = (ref: NodeRef) => string;

/** Lists of gaps as rows to store; numbers are rounded, so that both stores hold the same. */
export function gapRows(
  lists: readonly GapList[],
  nameOf: NameOf,
): { gaps: GapProperties[]; between: BetweenRow[]; findings: FindingProperties[] } {
  const gaps = new Map<string, GapProperties>();
  const between: BetweenRow[] = [];
  const findings: FindingProperties[] = [];
  for (const { kind, gaps: found, considered, excluded, parameters } of lists) {
    found.forEach((gap, index) => {
      const id = gapId(gap);
      if (gaps.has(id)) return;
      gaps.set(id, {
        id,
        kind,
        rank: index + 1,
        score: significant(gap.score),
        title: titleOf(gap, nameOf),
        observed: gap.observed === null ? null : significant(gap.observed),
        expected: gap.expected === null ? null : significant(gap.expected),
        evidence: JSON.stringify(gap, roundedNumbers),
      });
      const ends = new Map(gap.between.map((ref) => [`${ref.label} ${ref.id}`, ref]));
      for (const { label, id: target } of ends.values()) between.push({ source: id, target, label });
    });
    findings.push({
      id: `gaps:${kind}`,
      json: JSON.stringify({ considered, excluded, parameters }, roundedNumbers),
    });
  }
  return { gaps: [...gaps.values()], between, findings };
}

/** The same gap has the same id from run to run, whatever its rank, so what a person said of it stays with it. */
function gapId({ kind, between, part }: Gap): string {
  // A question is its place in a paper; which concepts it names is for the extractor to say, and may change.
  const telling = kind === 'question' ? between.filter(({ label }) => label === 'Paper') : between;
  const ends = telling.map(({ label, id }) => `${label} ${id}`).sort();
  return createHash('sha256')
    .update(`gap:${kind}:${ends.join(',')}:${part}`)
    .digest('hex')
    .slice(0, HEX_DIGITS);
}

function titleOf({ kind, between, evidenceFor }: Gap, nameOf: NameOf): string {
  const sentence = kind === 'question' ? evidenceFor[0]?.text : undefined;
  const title = sentence ?? between.map(nameOf).join(JOINTS[kind]);
  return title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH - 1).trimEnd()}…`;
}
