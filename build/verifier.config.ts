/**
 * Builds the verifier page: one HTML file with everything in it, that opens from a memory stick in any current browser. Some people
 * will open it on old telephones, so it is built for older browsers than the app's own.
 */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onePage } from './one-page.ts';
import { shippedPackages } from './shipped-packages.ts';

// Whoever builds it, for whatever purpose, gets the same bytes.
process.env.NODE_ENV = 'production';

const root = path.join(import.meta.dirname, '..');
/** Beside the app, wherever that is built. */
const app = process.env.COUNTERSIGN_OUT ?? path.join(root, 'out/app');
const out = process.env.COUNTERSIGN_VERIFIER_OUT ?? path.join(app, '../verifier');

/** What of other people's work is inside, for the bill of materials; a page that is built on its own belongs to none. */
const lists = (name: string) =>
  process.env.COUNTERSIGN_VERIFIER_OUT === undefined ? [shippedPackages(path.join(app, '../shipped'), name)] : [];

export default defineConfig({
  root: path.join(root, 'renderer/verifier'),
  publicDir: false,
  plugins: [
    react(),
    ...lists('verifier'),
    onePage({ template: path.join(root, 'renderer/verifier/page.html'), file: 'countersign-verifier.html' }),
  ],
  worker: { format: 'iife', plugins: () => lists('verifier-worker') },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: ['chrome111', 'firefox115', 'safari16.4'],
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { input: path.join(root, 'renderer/verifier/main.tsx'), output: { format: 'iife', entryFileNames: 'page.js' } },
  },
});
