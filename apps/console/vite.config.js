import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';
import { guidePages } from './guide-pages.js';

const outDir = join(import.meta.dirname, '../../dist/console');

/** Compressed once here, not at every request. */
const compressed = {
  name: 'compressed',
  closeBundle() {
    for (const name of readdirSync(outDir, { recursive: true })) {
      if (!/\.(js|css|svg)$/.test(name)) continue;
      const file = join(outDir, name);
      const bytes = readFileSync(file);
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    }
  },
};

/** `npm run build` puts the console beside the API that serves it; nothing is fetched from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [guidePages, compressed],
  resolve: {
    alias: [{ find: /^\.\/useScrollLocker$/, replacement: join(import.meta.dirname, 'src/shell/no-scroll-lock.js') }],
  },
  // the server puts a nonce of its own in this place at every answer
  html: { cspNonce: 'NONCE-OF-THIS-ANSWER' },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    // a data: address would need its own place in the content security policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // Ant Design marks its files for another kind of server
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:3000' } },
});
