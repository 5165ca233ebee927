/**
 * Lets a person at a desktop choose a file or a folder: with the desktop's own chooser where `zenity` is installed, otherwise by
 * typing the path. Without a desktop nobody can choose, and the answer is always that nothing was chosen.
 */
import { spawn, spawnSync } from 'node:child_process';
import { ask } from './ask-window.ts';
import { headed } from './chromium.ts';

export interface PathQuestion {
  readonly title: string;
  readonly line: string;
  readonly save: boolean;
  readonly folder: boolean;
  readonly several: boolean;
  readonly extensions: readonly string[];
}

export async function choosePaths(question: PathQuestion): Promise<readonly string[]> {
  if (!headed) return [];
  return zenityIsInstalled() ? chooseWithZenity(question) : typePath(question);
}

function zenityIsInstalled(): boolean {
  return spawnSync('zenity', ['--version'], { stdio: 'ignore' }).status === 0;
}

function chooseWithZenity(question: PathQuestion): Promise<readonly string[]> {
  const words = ['--file-selection', `--title=${question.title}`, '--separator=\n'];
  if (question.line !== '') words.push(`--filename=${question.line}`);
  if (question.save) words.push('--save');
  if (question.folder) words.push('--directory');
  if (question.several) words.push('--multiple');
  if (question.extensions.length > 0) words.push(`--file-filter=${question.extensions.map((extension) => `*.${extension}`).join(' ')}`);
  const chooser = spawn('zenity', words, { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  chooser.stdout.setEncoding('utf8').on('data', (data: string) => {
    said += data;
  });
  return new Promise((resolve) => chooser.on('close', (code) => resolve(code === 0 ? said.split('\n').filter((line) => line !== '') : [])));
}

async function typePath(question: PathQuestion): Promise<readonly string[]> {
  const kind = question.folder ? 'folder' : question.several ? 'file, or of several files with ; between them,' : 'file';
  const words = `${question.title}\n\nThe whole path of the ${kind}:`;
  const reply = await ask({ title: question.title, words, buttons: ['OK', 'Cancel'], line: question.line });
  if (reply === undefined || reply.button !== 0) return [];
  const lines = question.several ? reply.line.split(';') : [reply.line];
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
