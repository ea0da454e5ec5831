import { openWriter } from '../../../graph/store/open.ts';

const TRANSACTIONS = 60;

const store = await openWriter({ kind: 'embedded', folder: process.argv[2]! });
for (let i = 0; i < TRANSACTIONS; i++) {
  const parameters = { id: `note-${i}`, note: `What somebody wrote, ${i}. `.repeat(20) };
  await store.write([{ text: 'MERGE (a:Annotation {id: $id}) SET a.note = $note, a.tags = []', parameters }]);
}
process.send?.('written');
await new Promise(() => setInterval(() => {}, 1000));
