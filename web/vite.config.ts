import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where `npm run dev` finds the API. */
const API = process.env.LACUNA_API ?? 'http://127.0.0.1:4321';

/** What the editor's parser is built with: five megabytes that are minified already, and take longer than all the page. */
const READY_MADE = /\/semanticAnalysis\.js$/;

/** Puts a module beside the chunks as it is, instead of into one. */
function readyMade(): Plugin {
  return {
    name: 'lacuna-ready-made',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!READY_MADE.test(source)) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!resolved) return null;
      const code = readFileSync(resolved.id, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
      const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
      const name = `semantic-analysis-${hash}.js`;
      this.emitFile({ type: 'asset', fileName: `assets/${name}`, source: code });
      return { id: `./${name}`, external: 'relative' };
    },
  };
}

/** What comes with the page, and not only when some part of it is opened: all that its entry leads to by plain imports. */
const first = new Set<string>();

function findFirst(): Plugin {
  return {
    name: 'lacuna-first',
    apply: 'build',
    buildEnd() {
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) first.add(id);
      // A set goes on to what is added meanwhile.
      for (const id of first) for (const one of this.getModuleInfo(id)?.importedIds ?? []) first.add(one);
    },
  };
}

export default defineConfig({
  plugins: [react(), findFirst()],
  worker: { format: 'es', plugins: () => [readyMade()] },
  base: './',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // NOTE: inlined assets would be data: addresses, which the server's content policy refuses.
    assetsInlineLimit: 0,
    // Kilobytes before compression; the budget of the first paint is 450 kB after it (tests/e2e/first-paint.test.ts).
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What the page needs at once is one file: divided by who else shares what, it was fifty, each asked for.
        codeSplitting: {
          groups: [{ name: (id) => (first.has(id) ? 'first' : null) }],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '^/api/': API } },
});
