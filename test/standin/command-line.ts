/**
 * The words after the program's name. Those that begin with two dashes are switches, which the app may read and add to; what is added
 * before the app is ready goes to Chromium, as it does in Electron.
 */
import { strict } from './strict.ts';

let given: readonly string[] = [];
const appended = new Map<string, string>();

export function giveArguments(words: readonly string[]): void {
  given = words;
}

export function appendedSwitches(): ReadonlyMap<string, string> {
  return appended;
}

export const commandLine = strict('app.commandLine', {
  appendSwitch: (name: string, value = ''): void => void appended.set(name, value),
  removeSwitch: (name: string): void => void appended.delete(name),
  hasSwitch: (name: string): boolean => appended.has(name) || given.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
  getSwitchValue(name: string): string {
    return appended.get(name) ?? given.findLast((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
  },
});
