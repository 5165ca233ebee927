/**
 * What the app remembers beside the centres and tells nobody: language and theme, by person where one was set, and where the windows
 * stood. A damaged file is read as none, and a full disk forgets at the next start: nothing here is worth stopping for.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { LANGUAGES, type Language, THEMES, type Theme } from '../../core/contract/frame.ts';
import { writeDurably } from '../../db/durable.ts';
import { storageRefusal } from '../../db/storage-trouble.ts';

const place = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  maximized: z.boolean(),
  fullScreen: z.boolean(),
});
export type Place = z.infer<typeof place>;

const schema = z.strictObject({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  languages: z.record(z.string(), z.enum(LANGUAGES)),
  windows: z.strictObject({ rooms: z.optional(place), wall: z.optional(place) }),
  /** Elections in which somebody went on without a second medium, by their definitions' digests. */
  withoutMedium: z.optional(z.array(z.string())),
});
type Kept = z.infer<typeof schema>;
const FIRST: Kept = { language: 'en', theme: 'light', languages: {}, windows: {} };

/** Of whom something is remembered: a person of one centre, known by its definition's digest. */
export interface Whose {
  readonly centre: string;
  readonly person: string;
}

export interface Preferences {
  language(whose?: Whose): Language;
  theme(): Theme;
  setLanguage(language: Language, whose?: Whose): void;
  setTheme(theme: Theme): void;
  isWithoutMedium(centre: string): boolean;
  goOnWithoutMedium(centre: string): void;
  place(window: 'rooms' | 'wall'): Place | undefined;
  setPlace(window: 'rooms' | 'wall', place: Place): void;
}

export function openPreferences(folder: string): Preferences {
  const file = path.join(folder, 'preferences.json');
  let kept = read(file);
  const keep = (change: Partial<Kept>) => {
    kept = { ...kept, ...change };
    try {
      writeDurably(file, Buffer.from(JSON.stringify(kept)));
    } catch (error) {
      if (storageRefusal(error) === undefined) throw error;
    }
  };
  return {
    language: (whose) => (whose === undefined ? undefined : kept.languages[nameOf(whose)]) ?? kept.language,
    theme: () => kept.theme,
    setLanguage: (language, whose) =>
      keep(whose === undefined ? { language } : { language, languages: { ...kept.languages, [nameOf(whose)]: language } }),
    setTheme: (theme) => keep({ theme }),
    isWithoutMedium: (centre) => kept.withoutMedium?.includes(centre) ?? false,
    goOnWithoutMedium: (centre) => keep({ withoutMedium: [...new Set([...(kept.withoutMedium ?? []), centre])] }),
    place: (window) => kept.windows[window],
    setPlace: (window, at) => keep({ windows: { ...kept.windows, [window]: at } }),
  };
}

function nameOf({ centre, person }: Whose): string {
  return `${centre}/${person}`;
}

function read(file: string): Kept {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : FIRST;
  } catch {
    return FIRST;
  }
}
