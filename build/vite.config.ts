/**
 * Builds the three bundles of the app: the pages, the preload and the main process. The pages come first, because the main process
 * carries the manifest of their digests.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { installation } from './installation.ts';
import { PAPER_FONT_PACKAGES, paperFonts } from './paper-fonts.ts';
import { pdfFiles } from './pdf-files.ts';
import { shippedPackages } from './shipped-packages.ts';

// Whoever builds it, for whatever purpose, gets the same bytes.
process.env.NODE_ENV = 'production';

const root = path.join(import.meta.dirname, '..');
/** Elsewhere where asked, so that a trial does not disturb the app that is being used. */
const out = process.env.COUNTERSIGN_OUT ?? path.join(root, 'out/app');
/** What of other people's work went into each bundle, for the bill of materials. */
const shipped = path.join(out, '../shipped');
const OUTSIDE = ['electron', 'better-sqlite3', /^node:/];
const MANIFEST = 'virtual:pages';

/** The manifest of the pages as a module: every file that was built, with its digest. */
function pagesManifest(): Plugin {
  return {
    name: 'countersign-pages',
    resolveId: (id) => (id === MANIFEST ? `\0${MANIFEST}` : undefined),
    load: (id) => (id === `\0${MANIFEST}` ? `export default ${JSON.stringify(pageFiles())};` : undefined),
  };
}

function pageFiles(): readonly { path: string; sha256: string }[] {
  const folder = path.join(out, 'renderer');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      path: path.relative(folder, file).split(path.sep).join('/'),
      sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The thread that checks signatures is a file of its own beside the main process. */
function signatureThread(): Plugin {
  return {
    name: 'countersign-signature-thread',
    transform: (code, id) =>
      id.endsWith('/db/signatures.ts') ? code.replace('./signature-worker.ts', './signature-worker.js') : undefined,
  };
}

export default defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  worker: { format: 'es' },
  plugins: [
    react(),
    pdfFiles(),
    paperFonts(),
    shippedPackages(shipped, 'client'),
    shippedPackages(shipped, 'preload'),
    shippedPackages(shipped, 'main', PAPER_FONT_PACKAGES),
  ],
  build: { target: 'chrome150', license: { fileName: 'licences.md' }, reportCompressedSize: false, modulePreload: { polyfill: false } },
  environments: {
    client: { build: { outDir: path.join(out, 'renderer'), emptyOutDir: true, assetsInlineLimit: 0 } },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: path.join(out, 'preload'),
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'chrome150',
        minify: false,
        rolldownOptions: {
          external: OUTSIDE,
          input: { preload: path.join(root, 'main/app/preload.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
    main: {
      consumer: 'server',
      keepProcessEnv: true,
      resolve: { noExternal: true, external: ['electron', 'better-sqlite3'], conditions: ['node'] },
      build: {
        outDir: path.join(out, 'main'),
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node24',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          external: OUTSIDE,
          plugins: [pagesManifest(), signatureThread(), installation()],
          input: {
            app: path.join(root, 'main/app/app.ts'),
            'signature-worker': path.join(root, 'db/signature-worker.ts'),
            'audit-worker': path.join(root, 'main/app/journal/audit-worker.ts'),
            'court-worker': path.join(root, 'main/app/journal/court-worker.ts'),
            'export-worker': path.join(root, 'main/export/export-worker.ts'),
            'paper-worker': path.join(root, 'main/app/papers/paper-worker.ts'),
            'copy-worker': path.join(root, 'main/second-medium/copy-worker.ts'),
            'restore-worker': path.join(root, 'main/second-medium/restore-worker.ts'),
            'tail-worker': path.join(root, 'main/second-medium/tail-worker.ts'),
            'verify-worker': path.join(root, 'main/app/verify/verify-worker.ts'),
          },
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        },
      },
    },
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['client', 'preload', 'main']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
});
