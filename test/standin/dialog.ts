/**
 * The windows in which the system asks a person something. A test replaces these members, as it would with Electron; a person at a
 * desktop is really asked; without a desktop every question is cancelled.
 */
import { ask } from './ask-window.ts';
import { choosePaths } from './choose-path.ts';
import { headed } from './chromium.ts';
import { strict } from './strict.ts';
import { BrowserWindow } from './window.ts';

interface FileOptions {
  readonly title?: string;
  readonly message?: string;
  readonly defaultPath?: string;
  readonly filters?: readonly { readonly extensions: readonly string[] }[];
  readonly properties?: readonly string[];
}

interface MessageOptions {
  readonly title?: string;
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
}

/** The window that asks may come first; the stand-in's questions stand beside it. */
type Asked<Options> = readonly [Options?] | readonly [BrowserWindow, Options?];

function optionsOf<Options extends object>(asked: Asked<Options>): Partial<Options> {
  const [first, second] = asked;
  return (first instanceof BrowserWindow ? second : first) ?? {};
}

function extensionsOf(options: FileOptions): readonly string[] {
  const extensions = (options.filters ?? []).flatMap((filter) => filter.extensions);
  return extensions.includes('*') ? [] : extensions;
}

async function showOpenDialog(...asked: Asked<FileOptions>): Promise<{ canceled: boolean; filePaths: readonly string[] }> {
  const options = optionsOf(asked);
  const properties = options.properties ?? ['openFile'];
  const filePaths = await choosePaths({
    title: options.message ?? options.title ?? 'Open',
    line: options.defaultPath ?? '',
    save: false,
    folder: properties.includes('openDirectory'),
    several: properties.includes('multiSelections'),
    extensions: extensionsOf(options),
  });
  return { canceled: filePaths.length === 0, filePaths };
}

async function showSaveDialog(...asked: Asked<FileOptions>): Promise<{ canceled: boolean; filePath: string }> {
  const options = optionsOf(asked);
  const title = options.message ?? options.title ?? 'Save';
  const question = { title, line: options.defaultPath ?? '', save: true, folder: false, several: false, extensions: extensionsOf(options) };
  const [filePath = ''] = await choosePaths(question);
  return { canceled: filePath === '', filePath };
}

async function showMessageBox(...asked: Asked<MessageOptions>): Promise<{ response: number; checkboxChecked: boolean }> {
  const { title = '', message = '', detail = '', buttons = ['OK'], cancelId = 0 } = optionsOf(asked);
  const words = [message, detail].filter((part) => part !== '').join('\n\n');
  const reply = headed ? await ask({ title, words, buttons }) : undefined;
  return { response: reply?.button ?? cancelId, checkboxChecked: false };
}

/** Said in the terminal too, since the app often ends right after it. */
function showErrorBox(title: string, words: string): void {
  process.stderr.write(`${title}: ${words}\n`);
}

export const dialog = strict('dialog', { showOpenDialog, showSaveDialog, showMessageBox, showErrorBox });
