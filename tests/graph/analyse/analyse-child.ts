/** Analyses the embedded store in the folder named, and says `write` on standard output with every batch. */
import { analyse } from '../../../graph/analyse.ts';
import { openWriter } from '../../../graph/store/open.ts';

const writer = await openWriter({ kind: 'embedded', folder: process.argv[2]! });
await analyse(writer, { rowsPerBatch: 50 }, { progress: (stage) => process.stdout.write(`${stage}\n`) });
await writer.close();
