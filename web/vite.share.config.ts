/** The page for files of their own: script, styles and typeface in one HTML file, which may load nothing. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const DATA_MARK = '<!--lacuna-data-->';

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...given: never[]) => unknown>>[1];

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** NOTE: what a script or style says must not end its element. */
const scriptText = (code: string): string =>
  code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '\\x3c!--');

function inline(bundle: Bundle): void {
  let script = '';
  let style = '';
  for (const [name, output] of Object.entries(bundle)) {
    if (output.type === 'chunk') script += output.code;
    else if (name.endsWith('.css')) style += String(output.source);
    if (!name.endsWith('.html')) delete bundle[name];
  }
  const page = bundle['share.html'];
  if (page?.type !== 'asset') throw new Error('There is no share.html among what was built.');
  const code = scriptText(script);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(code)}`,
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  page.source = String(page.source)
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
    .replace(
      '<meta charset="utf-8" />',
      (first) => `${first}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('</head>', () => `<style>${style}</style>\n  </head>`)
    .replace(DATA_MARK, () => `${DATA_MARK}\n    <script type="module">${code}</script>`);
}

/** Puts the only script and the only style sheet into the page, under a policy that allows just these two. */
function oneFile(): Plugin {
  return {
    name: 'lacuna-one-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        inline(bundle);
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), oneFile()],
  base: './',
  publicDir: false,
  build: {
    outDir: 'dist',
    // The page itself is built first, into the same folder.
    emptyOutDir: false,
    target: 'es2023',
    assetsInlineLimit: () => true,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4000,
    modulePreload: false,
    rolldownOptions: { input: join(import.meta.dirname, 'share.html'), output: { codeSplitting: false } },
  },
});
