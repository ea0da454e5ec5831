import { gapsDocument } from '../../../graph/analyse/gaps-document.ts';
import { readStoredJudgements } from '../../../graph/analyse/stored-facts.ts';
import type { GapKind } from '../../../graph/schema.ts';
import { factsOf } from '../facts.ts';
import { withInterrupt } from '../interrupt.ts';
import { locate, printJson, withProgress, withReader } from '../session.ts';
import { printGaps } from '../themes-text.ts';
import type { AnalysisFlags } from './analyse.ts';

export interface GapsFlags extends AnalysisFlags {
  kind?: GapKind;
  limit?: number;
}

export async function runGaps(flags: GapsFlags): Promise<void> {
  const document = await withInterrupt((signal) =>
    withReader(locate(flags.store), signal, async (store) => {
      const facts = await withProgress((lines) => factsOf(store, flags, { progress: lines.report, signal }));
      return gapsDocument(facts, await readStoredJudgements(store));
    }),
  );
  const lists = document.lists
    .filter(({ kind }) => flags.kind === undefined || kind === flags.kind)
    .map((list) => ({ ...list, gaps: list.gaps.slice(0, flags.limit) }));
  if (flags.json) printJson({ lists });
  else printGaps({ lists });
}
