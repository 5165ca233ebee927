/** The desktop's own dialogs for choosing files, in the language of whoever looks at the screen. */
import { type BrowserWindow, dialog } from 'electron';
import type { Language } from '../../core/contract/frame.ts';
import type { FileKind } from './surroundings.ts';

const ANY = ['*'];
const EXTENSIONS: Readonly<Record<FileKind, readonly string[]>> = {
  definition: ['json'],
  key: ['key', 'json'],
  scan: ['jpg', 'jpeg', 'png', 'pdf'],
  bundle: ['zip'],
  certificate: ['json'],
  receipt: ['json'],
  anchor: ['pub', 'pem', 'txt'],
  paper: ['pdf'],
  acknowledgement: ['json', 'txt', '*'],
  table: ['csv'],
  text: ['jsonl', 'txt'],
  any: ANY,
};
const NAMES: Readonly<Record<Language, Readonly<Record<FileKind, string>>>> = {
  en: {
    definition: 'Election definition',
    key: 'Key file',
    scan: 'Scan of a form',
    bundle: 'Bundle',
    certificate: 'Certificate',
    receipt: 'Receipt',
    anchor: 'Public key of the commission',
    paper: 'Paper',
    acknowledgement: 'Receipt of the national centre',
    table: 'Table',
    text: 'Text',
    any: 'All files',
  },
  sw: {
    definition: 'Ufafanuzi wa uchaguzi',
    key: 'Faili ya ufunguo',
    scan: 'Picha ya fomu',
    bundle: 'Kifurushi',
    certificate: 'Cheti',
    receipt: 'Stakabadhi',
    anchor: 'Ufunguo wa umma wa tume',
    paper: 'Karatasi',
    acknowledgement: 'Stakabadhi ya kituo cha kitaifa',
    table: 'Jedwali',
    text: 'Maandishi',
    any: 'Faili zote',
  },
};

export function createDialogs(window: () => BrowserWindow | undefined, language: () => Language) {
  const filters = (kind: FileKind) => [{ name: NAMES[language()][kind], extensions: [...EXTENSIONS[kind]] }];
  const open = async (options: Electron.OpenDialogOptions): Promise<readonly string[]> => {
    const over = window();
    const { canceled, filePaths } = over === undefined ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(over, options);
    return canceled ? [] : filePaths;
  };
  return {
    chooseFile: async (kind: FileKind) =>
      (await open({ title: NAMES[language()][kind], properties: ['openFile'], filters: filters(kind) }))[0],
    chooseFiles: (kind: FileKind) =>
      open({ title: NAMES[language()][kind], properties: ['openFile', 'multiSelections'], filters: filters(kind) }),
    chooseFolder: async () => (await open({ properties: ['openDirectory', 'createDirectory'] }))[0],
    chooseNewFile: async (kind: FileKind, name: string) => {
      const options = { title: NAMES[language()][kind], defaultPath: name, filters: filters(kind) };
      const over = window();
      const { canceled, filePath } = over === undefined ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(over, options);
      return canceled || filePath === '' ? undefined : filePath;
    },
  };
}
