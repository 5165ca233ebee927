/**
 * What `npm start` opens, and what it says. Nothing is looked up here: from what is known of the machine follows one decision, with
 * the words for the person who typed the command.
 */

/** What is known of the machine before anything is opened. */
export interface Facts {
  /** Electron's own program, if it is here or could be fetched. */
  readonly electron: string | undefined;
  /** Why Electron's program will not do, when it will not. */
  readonly obstacle: string;
  readonly browser: string | undefined;
  /** Whether programs may be installed here without asking anybody. */
  readonly mayInstall: boolean;
  readonly platform: string;
  readonly hasAptGet: boolean;
}

export type Choice =
  | { readonly kind: 'electron'; readonly program: string; readonly words: string }
  | { readonly kind: 'stand-in'; readonly browser: string; readonly words: string }
  | { readonly kind: 'install'; readonly words: string }
  | { readonly kind: 'nothing'; readonly words: string };

export function choose(facts: Facts): Choice {
  const { electron, obstacle, browser } = facts;
  if (electron !== undefined) return { kind: 'electron', program: electron, words: 'Opening Countersign in Electron.' };
  const because = `because ${obstacle}`;
  if (browser !== undefined) {
    return { kind: 'stand-in', browser, words: `Opening Countersign in a stand-in for Electron on ${browser}, ${because}.` };
  }
  if (facts.mayInstall) return { kind: 'install', words: `Installing chromium through apt-get, ${because} and no browser is here.` };
  const words = `Countersign needs Electron or a browser to show itself, and has neither, ${because}. Type:\n\n    ${browserCommand(facts)}\n`;
  return { kind: 'nothing', words };
}

/** The one command that brings a browser. */
function browserCommand({ platform, hasAptGet }: Facts): string {
  if (platform === 'darwin') return 'brew install --cask google-chrome';
  if (platform === 'win32') return 'winget install Google.Chrome';
  return hasAptGet ? 'sudo apt-get update && sudo apt-get install -y chromium' : 'sudo dnf install -y chromium';
}

/** The one option that is for `npm start` itself; everything else is for the app. */
export function readArguments(words: readonly string[]): { readonly headless: boolean; readonly forApp: readonly string[] } {
  return { headless: words.includes('--headless'), forApp: words.filter((word) => word !== '--headless') };
}

export type Display = 'there' | 'virtual' | 'missing';

/** Only on Linux can a display be missing, and be replaced by a virtual one. */
export function displayOf(platform: string, environment: Readonly<Record<string, string | undefined>>, headless: boolean): Display {
  if (platform !== 'linux') return 'there';
  if (headless) return 'virtual';
  return (environment.DISPLAY ?? '') !== '' || (environment.WAYLAND_DISPLAY ?? '') !== '' ? 'there' : 'missing';
}

export const NO_DISPLAY = `This machine has no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the app cannot be seen here. Two ways on:

    npm start -- --headless    opens the app on a virtual display
    npm run demo               plays the day of an invented constituency on the command line
`;

/** A build is due when there is none, or when any source is younger. */
export function buildIsDue(built: number | undefined, sources: readonly number[]): boolean {
  return built === undefined || sources.some((changed) => changed > built);
}
