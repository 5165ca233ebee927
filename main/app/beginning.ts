/**
 * What comes before any window: whether a command was typed, which is then done instead; whether the program is as it was made; and
 * where its data lies. A program whose database engine was altered says so and does not start, because it would believe what that
 * engine tells it.
 */
import type { App, Dialog } from 'electron';
import type { Refusal } from '../../core/result.ts';
import { processIo } from '../commands/io.ts';
import { dataFolderAsked } from '../data-folder.ts';
import { checkEngine, type Installation, knowInstallation } from '../installation.ts';
import { commandIn, ownWords, runCommand } from './command.ts';

const UNUSABLE = 2;
const BROKEN = 70;

const ALTERED = [
  'Countersign is not as it was made, and does not start. Install it again, from a package whose checksum you have checked.',
  'Countersign si kama ilivyotengenezwa, na haianzi. Isakinishe upya, kutoka kwenye kifurushi ambacho umehakiki jumla yake ya ukaguzi.',
].join('\n\n');
const NO_SUCH_FOLDER = [
  'The folder for the data cannot be used: write --data=DIR with its whole path.',
  'Folda ya data haiwezi kutumika: andika --data=FOLDA kwa njia yake kamili.',
].join('\n\n');

/** The exit code, where the program is to end here; undefined where it goes on and opens. */
export async function begin(app: App, dialog: Dialog, installation: Installation): Promise<number | undefined> {
  const say = (words: string, { place, detail }: Refusal) => {
    dialog.showErrorBox('Countersign', `${words}\n\n${[detail, place].filter((part) => part !== undefined).join('\n')}`);
  };
  knowInstallation(installation);
  const words = ownWords(process.argv, app.isPackaged ? undefined : app.getAppPath());
  const engine = checkEngine(installation);
  if (!engine.ok) {
    say(ALTERED, engine.refusal);
    return BROKEN;
  }
  const command = commandIn(words);
  if (command !== undefined) return runCommand(command, processIo());
  const data = dataFolderAsked(words);
  if (!data.ok) {
    say(NO_SUCH_FOLDER, data.refusal);
    return UNUSABLE;
  }
  if (data.value !== undefined) app.setPath('userData', data.value);
  return undefined;
}
