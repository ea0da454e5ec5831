import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the API. */
const API = process.env.LACUNA_API ?? 'http://127.0.0.1:4321';

export default defineConfig({
  plugins: [react()],
  base: './',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // NOTE: inlined assets would be data: addresses, which the server's content policy refuses.
    assetsInlineLimit: 0,
    // Kilobytes before compression; the budget of the first paint is 450 kB after it (tests/e2e/first-paint.test.ts).
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', proxy: { '^/api/': API } },
});
