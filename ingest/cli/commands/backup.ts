import { existsSync } from 'node:fs';
import { verifyBackup } from '../../../graph/backup/read-backup.ts';
import { writeBackup } from '../../../graph/backup/write-backup.ts';
import { LacunaError } from '../../../graph/errors.ts';
import { plainLine } from '../../clean/plain-line.ts';
import { withInterrupt } from '../interrupt.ts';
import { locate, printJson, say, withProgress, withReader, workFolder } from '../session.ts';

export interface BackupFlags {
  store?: string;
  verify?: boolean;
  replace?: boolean;
  json?: boolean;
}

const count = (value: number): string => value.toLocaleString('en');

/** Writes a store into one file, or reads such a file through. */
export async function runBackup(file: string, flags: BackupFlags): Promise<void> {
  if (flags.verify) return verify(file, flags);
  const location = locate(flags.store);
  if (file.endsWith('.part'))
    throw new LacunaError('input', 'Name the file without .part: it is called so until it is whole.');
  if (existsSync(file) && !flags.replace)
    throw new LacunaError('refused', `${file} is there already: name another file, or say --replace.`);
  const report = await withInterrupt((signal) =>
    withReader(location, signal, (store) =>
      withProgress((lines) =>
        writeBackup(store, workFolder(location), file, {
          progress: (rows) => lines.report('backup', rows, null),
          signal,
        }),
      ),
    ),
  );
  if (flags.json) return printJson(report);
  process.stdout.write(
    `Wrote ${file}: ${count(report.nodes)} nodes, ${count(report.relations)} relations, ${count(report.bytes)} bytes.\nGraph hash ${report.graph}\n`,
  );
  for (const [what, times] of Object.entries(report.leftOut)) {
    say(`Left out, as no part of the graph: ${plainLine(what)} (${count(times)} times).`);
  }
}

async function verify(file: string, flags: BackupFlags): Promise<void> {
  const { head, end } = await withInterrupt((signal) =>
    withProgress((lines) =>
      verifyBackup(file, { progress: (rows) => lines.report('verify', rows, null), signal }),
    ),
  );
  if (flags.json) return printJson({ file, ...head, ...end });
  process.stdout.write(
    `${file} is whole: ${count(end.nodes)} nodes, ${count(end.relations)} relations, of ${head.at}.\nGraph hash ${end.graph}\n`,
  );
}
