/**
 * The typefaces of the official papers, laid beside the built main process: a packaged app has no packages to take them from, and a
 * tallying centre has no network.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { fontSources } from '../main/papers/layout/fonts.ts';

/** The Open Font Licence goes with the fonts. */
const LICENCE = path.join(import.meta.dirname, '../node_modules/@expo-google-fonts/ibm-plex-sans/LICENSE_FONT');

export const PAPER_FONT_PACKAGES = [
  '@expo-google-fonts/ibm-plex-mono',
  '@expo-google-fonts/ibm-plex-sans',
  '@expo-google-fonts/ibm-plex-sans-condensed',
] as const;

export function paperFonts(): Plugin {
  return {
    name: 'countersign-paper-fonts',
    applyToEnvironment: ({ name }) => name === 'main',
    generateBundle() {
      const emit = (name: string, file: string) => this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(file) });
      for (const [name, file] of Object.entries(fontSources())) emit(name, file);
      emit('LICENCE.txt', LICENCE);
    },
  };
}
