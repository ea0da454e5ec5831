import { themesDocument } from '../../../graph/analyse/themes-document.ts';
import { factsOf } from '../facts.ts';
import { withInterrupt } from '../interrupt.ts';
import { locate, printJson, withProgress, withReader } from '../session.ts';
import { printThemes } from '../themes-text.ts';
import type { AnalysisFlags } from './analyse.ts';

export async function runThemes(flags: AnalysisFlags): Promise<void> {
  const facts = await withInterrupt((signal) =>
    withReader(locate(flags.store), signal, (store) =>
      withProgress((lines) => factsOf(store, flags, { progress: lines.report, signal })),
    ),
  );
  const document = themesDocument(facts);
  if (flags.json) printJson(document);
  else printThemes(document);
}
