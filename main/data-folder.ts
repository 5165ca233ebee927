/**
 * Where the app keeps its centres. Each system has its usual place for the data of whoever is signed in to it; `--data=DIR` puts them
 * elsewhere, for a machine whose data belongs on another disk. Below that folder, every election definition has one of its own.
 */
import { homedir } from 'node:os';
import path from 'node:path';
import { ok, type Result, refuse } from '../core/result.ts';

const NAME = 'Countersign';
const SWITCH = '--data';

/** What `--data=DIR` among the words names; undefined without it. Refuses E-USAGE for anything but one whole path. */
export function dataFolderAsked(words: readonly string[]): Result<string | undefined> {
  const asked = words.filter((word) => word === SWITCH || word.startsWith(`${SWITCH}=`));
  if (asked.length === 0) return ok(undefined);
  const [folder = ''] = asked.map((word) => word.slice(SWITCH.length + 1));
  if (asked.length === 1 && path.isAbsolute(folder)) return ok(path.normalize(folder));
  return refuse('E-USAGE', `${SWITCH}=DIR names one folder by its whole path`);
}

export interface Home {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The usual place, the same that Electron takes by itself. */
export function usualDataFolder({ platform, environment, home }: Home = here()): string {
  if (platform === 'win32') return path.join(environment.APPDATA ?? path.join(home, 'AppData', 'Roaming'), NAME);
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', NAME);
  return path.join(environment.XDG_CONFIG_HOME ?? path.join(home, '.config'), NAME);
}

function here(): Home {
  return { platform: process.platform, environment: process.env, home: homedir() };
}
