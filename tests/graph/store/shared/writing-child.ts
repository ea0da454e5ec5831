/** Writes batch after batch to the shared store in the folder named, and says a line after each, until it is killed. */
import { openShared } from '../../../../graph/store/open-shared.ts';

const shared = await openShared({ kind: 'embedded', folder: process.argv[2]! });
for (let batch = 0; ; batch++) {
  const ids = Array.from({ length: 20 }, (_, row) => `${batch}-${row}`);
  await shared.write((writer) =>
    writer.write([
      { text: 'UNWIND $ids AS id MERGE (p:Paper {id: id}) SET p.batch = $batch', parameters: { ids, batch } },
    ]),
  );
  process.stdout.write('written\n');
}
