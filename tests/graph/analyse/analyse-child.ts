/** Analyses the embedded store in the folder named, and kills its own process after so many batches of writes. */
import { analyse } from '../../../graph/analyse.ts';
import { openWriter } from '../../../graph/store/open.ts';

const [folder, batches] = process.argv.slice(2);
const writer = await openWriter({ kind: 'embedded', folder: folder! });
let written = 0;
const progress = (stage: string): void => {
  if (stage === 'write' && ++written === Number(batches)) process.kill(process.pid, 'SIGKILL');
};
await analyse(writer, { rowsPerBatch: 50 }, { progress });
await writer.close();
