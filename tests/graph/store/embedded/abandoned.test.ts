import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { isAlive } from './child-processes.ts';

const OPEN = fileURLToPath(new URL('../../../../graph/store/open.ts', import.meta.url));
const PROCESSES = fileURLToPath(new URL('./child-processes.ts', import.meta.url));
const DEADLINE_MS = 5000;

/** An app that opens a store, starts a long statement, tells its child's process id and waits. */
const app = (folder: string): string => `
import { openWriter } from ${JSON.stringify(pathToFileURL(OPEN).href)};
import { childProcesses } from ${JSON.stringify(pathToFileURL(PROCESSES).href)};
const store = await openWriter({ kind: 'embedded', folder: ${JSON.stringify(folder)} });
store.read({ text: 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*)', parameters: {} });
setTimeout(() => console.log(childProcesses().join()), 300);
`;

it('ends with the app, however that ends', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-abandoned-'));
  try {
    const script = join(folder, 'app.mts');
    await writeFile(script, app(join(folder, 'graph')));
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const parent = spawn(process.execPath, ['--import', loader, script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: tmpdir(),
    });
    const [line] = await once(parent.stdout, 'data');
    const pid = Number(String(line).trim());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    for (const started = Date.now(); isAlive(pid) && Date.now() - started < DEADLINE_MS; ) await sleep(50);
    expect(isAlive(pid)).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
