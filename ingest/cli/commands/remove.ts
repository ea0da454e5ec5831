import type { RemovalEffect } from '../../../graph/contract.ts';
import { isLacunaError, LacunaError } from '../../../graph/errors.ts';
import { parseConfig } from '../../../graph/server/config.ts';
import { readSources, removalEffect } from '../../../graph/server/source-list.ts';
import type { StoreLocation } from '../../../graph/store/store.ts';
import { chooseExtractor } from '../../extract/extractor-module.ts';
import { changePapers, type PaperWork, workFolders } from '../data-work.ts';
import { withInterrupt } from '../interrupt.ts';
import { removalText } from '../removal-text.ts';
import { printIngestReport } from '../report-text.ts';
import {
  locate,
  openForReading,
  printJson,
  say,
  withProgress,
  withReader,
  withWriter,
  workFolder,
} from '../session.ts';

export interface RemoveFlags {
  store?: string;
  undo?: string;
  extractor?: string;
  dryRun?: boolean;
  json?: boolean;
}

const NEXT = 'Themes, gaps and the map are those from before: lacuna analyse finds them anew.';

/** Takes the share of a source out of the store, or puts back what was taken out. */
export async function runRemove(source: string | undefined, flags: RemoveFlags): Promise<void> {
  const location = locate(flags.store);
  if ((source === undefined) === (flags.undo === undefined)) {
    throw new LacunaError('input', 'Name the source to remove, or with --undo a change to take back.');
  }
  if (source === undefined) return change(location, { what: 'takeBack', change: flags.undo! }, flags);
  await withInterrupt((signal) =>
    withReader(location, signal, async (store) => {
      const effect = await removalEffect(store, source, parseConfig());
      if (!effect) throw await unknown(source, () => readSources(store, parseConfig()));
      const { cypher: _, ...counts } = effect;
      if (flags.dryRun && flags.json) printJson(counts);
      else if (flags.dryRun) process.stdout.write(`${said(effect)}\n`);
      else say(said(effect));
    }),
  );
  if (!flags.dryRun) await change(location, { what: 'remove', source }, flags);
}

async function change(location: StoreLocation, work: PaperWork, flags: RemoveFlags): Promise<void> {
  const extractor = flags.extractor === undefined ? undefined : await chooseExtractor(flags.extractor);
  let undo: string | null = null;
  const report = await withInterrupt(async (signal) => {
    // A writer would make the store where there is none; a reader says so.
    await (await openForReading(location, signal)).close();
    return withWriter(location, signal, (store) =>
      withProgress((lines) => {
        const hooks = {
          signal,
          progress: (_: string, stage: string, done: number, total: number | null) =>
            lines.report(stage, done, total),
          changes: (id: string) => {
            undo = id;
          },
        };
        return changePapers(store, work, workFolders(workFolder(location)), hooks, extractor).catch(asInput);
      }),
    );
  });
  if (flags.json) return printJson({ ...report, change: undo });
  printIngestReport(report);
  process.stdout.write(`${NEXT}\n`);
  if (undo) process.stdout.write(`To take this back: lacuna remove --undo ${undo}\n`);
}

/** An unknown change is a wrong word on the command line, as an unknown source is. */
function asInput(error: unknown): never {
  if (!isLacunaError(error, 'notFound')) throw error;
  throw new LacunaError('input', error.message, { cause: error, details: error.details });
}

/** What would turn or hide the rest of the line, by its number. */
const visible = (name: string): string =>
  name.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );

const said = (effect: RemovalEffect): string => removalText({ ...effect, source: visible(effect.source) });

const LISTED = 20;

async function unknown(source: string, sources: () => Promise<{ name: string }[]>): Promise<LacunaError> {
  const names = (await sources()).map(({ name }) => visible(name));
  const list = names.slice(0, LISTED).join(', ');
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
  return new LacunaError(
    'input',
    `No paper in the store is from ${visible(source)}. Sources: ${list || 'none'}${more}.`,
  );
}
