/**
 * The typefaces of the papers, embedded in every one of them: IBM Plex Sans, its narrow cut for tables, and IBM Plex Mono for digests.
 * They lie beside the program, so that a paper looks the same on a machine without a network and without fonts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const FACES = {
  Sans: {
    normal: 'ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
    bold: 'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  },
  Condensed: {
    normal: 'ibm-plex-sans-condensed/400Regular/IBMPlexSansCondensed_400Regular.ttf',
    bold: 'ibm-plex-sans-condensed/600SemiBold/IBMPlexSansCondensed_600SemiBold.ttf',
  },
  Mono: {
    normal: 'ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf',
    bold: 'ibm-plex-mono/500Medium/IBMPlexMono_500Medium.ttf',
  },
} as const;

/** Every font file, as the packages name it: the build lays each beside the built program under its last name. */
export const FONT_FILES: readonly string[] = Object.values(FACES).flatMap((face) => Object.values(face));

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
  return { normal: padded(FACES[name].normal), bold: padded(FACES[name].bold) };
}

/** In the mono face the empty shape of a space lies at the very end of the file, and its header is read from beyond it: room for that. */
function padded(file: string): Uint8Array {
  return Buffer.concat([readFileSync(fontPath(file)), Buffer.alloc(GLYPH_HEADER_LENGTH)]);
}

/** In the built program beside it, else in the package the font comes from. */
export function fontPath(file: string): string {
  const beside = path.join(import.meta.dirname, 'fonts', path.posix.basename(file));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`);
}
