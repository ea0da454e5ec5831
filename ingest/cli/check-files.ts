import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { LacunaError } from '../../graph/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'this user may not read it',
};

/** Throws `input` for the first file that can't be read, so that no store is made for nothing. */
export async function checkFiles(files: readonly string[]): Promise<void> {
  for (const file of files) {
    try {
      await access(file, constants.R_OK);
      if ((await stat(file)).isDirectory())
        throw new LacunaError('input', `${file}: a folder; name the files in it`);
    } catch (error) {
      if (error instanceof LacunaError) throw error;
      const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
      throw new LacunaError('input', `${file}: ${REASONS[code] ?? `can't be read (${code})`}`, {
        cause: error,
      });
    }
  }
}
