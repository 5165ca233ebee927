/**
 * The typefaces of the papers, embedded in every one of them: IBM Plex Sans, its narrow cut for tables, and IBM Plex Mono for digests.
 * They lie beside the program, so that a paper looks the same on a machine without a network and without fonts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

const FACES = {
  Sans: {
    normal: () => require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
    bold: () => require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
  },
  Condensed: {
    normal: () => require.resolve('@expo-google-fonts/ibm-plex-sans-condensed/400Regular/IBMPlexSansCondensed_400Regular.ttf'),
    bold: () => require.resolve('@expo-google-fonts/ibm-plex-sans-condensed/600SemiBold/IBMPlexSansCondensed_600SemiBold.ttf'),
  },
  Mono: {
    normal: () => require.resolve('@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf'),
    bold: () => require.resolve('@expo-google-fonts/ibm-plex-mono/500Medium/IBMPlexMono_500Medium.ttf'),
  },
} as const;

/** Where the packages keep each face: the build lays them beside the built program, in `fonts`, under names of our own. */
export function fontSources(): Readonly<Record<string, string>> {
  const cuts = Object.entries(FACES).flatMap(([name, face]) =>
    Object.entries(face).map(([cut, source]) => [fileName(name, cut), source()] as const),
  );
  return Object.fromEntries(cuts);
}

function fileName(name: string, cut: string): string {
  return `${name}-${cut}.ttf`;
}

const GLYPH_HEADER_LENGTH = 16;

export type FontName = keyof typeof FACES;
type Loaded = Readonly<Record<FontName, { readonly normal: Uint8Array; readonly bold: Uint8Array }>>;
let loaded: Loaded | undefined;

/** The fonts' bytes, read once. */
export function fonts(): Loaded {
  loaded ??= { Sans: faces('Sans'), Condensed: faces('Condensed'), Mono: faces('Mono') };
  return loaded;
}

function faces(name: FontName) {
  return { normal: padded(name, 'normal'), bold: padded(name, 'bold') };
}

/** In the mono face the empty shape of a space lies at the very end of the file, and its header is read from beyond it: room for that. */
function padded(name: FontName, cut: 'normal' | 'bold'): Uint8Array {
  const beside = path.join(import.meta.dirname, 'fonts', fileName(name, cut));
  const file = existsSync(beside) ? beside : FACES[name][cut]();
  return Buffer.concat([readFileSync(file), Buffer.alloc(GLYPH_HEADER_LENGTH)]);
}
