import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import type { GraphView } from '../../graph/contract.ts';

const ENTRY = 'page.js';
/** Where the page says it is; nothing is asked of the network. */
export const PAGE = 'http://bench.localhost/';

export type PageFiles = ReadonlyMap<string, string>;

/** Contents of the measuring page by file name. */
export async function buildPage(): Promise<PageFiles> {
  const result = await build({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    plugins: [react()],
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      rollupOptions: {
        input: join(import.meta.dirname, 'page.ts'),
        output: { entryFileNames: ENTRY },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[];
  return new Map(
    outputs.flatMap(({ output }) =>
      output.map((file): [string, string] => [
        file.fileName,
        file.type === 'chunk' ? file.code : String(file.source),
      ]),
    ),
  );
}

/** Answers the page's requests with these files and this view. */
export async function answer(page: Page, files: PageFiles, view: GraphView): Promise<void> {
  const styles = [...files].filter(([name]) => name.endsWith('.css')).map(([, text]) => text);
  const html = `<!doctype html><style>html,body,#root{margin:0;height:100%;position:relative}${styles.join('')}</style>
    <div id="root"></div><script type="module" src="/${ENTRY}"></script>`;
  await page.route(`${PAGE}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === 'view.json') return route.fulfill({ json: view });
    const text = files.get(name);
    if (text !== undefined) return route.fulfill({ contentType: 'text/javascript', body: text });
    return name === ''
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.fulfill({ status: 404, body: '' });
  });
}
