/**
 * `demo`: the whole way in half a minute, for somebody who has never seen it: an invented constituency is defined and signed, its
 * day is played through the same office as the app, its bundles are exported and verified, and each step is explained.
 */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FORMS_FILE, writeDemoFolder } from '../demo/constituency.ts';
import { DATABASE_FILE } from '../office/office.ts';
import { define } from './define.ts';
import { type CommandIo, FAULTY, readOptions, UNUSABLE } from './io.ts';
import { rehearse } from './rehearse.ts';
import { verify } from './verify.ts';

const USAGE = 'usage: countersign demo [--out DIR] [--seed N]\n';
const OPTIONS = { out: { type: 'string' }, seed: { type: 'string' } } as const;

/** Exit codes: 0 all went well, 1 something failed, 2 unusable arguments. */
export async function demo(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false });
  const { out, seed = '7' } = options.ok ? options.value.values : {};
  if (!options.ok || !/^[0-9]{1,10}$/.test(seed)) {
    io.err(`${options.ok ? '--seed is a whole number' : options.refusal.detail}\n${USAGE}`);
    return UNUSABLE;
  }
  const folder = out ?? mkdtempSync(path.join(tmpdir(), 'countersign-demo-'));
  if (existsSync(path.join(folder, 'day', DATABASE_FILE))) {
    io.err(`${folder} holds a demonstration already; name another folder\n`);
    return FAULTY;
  }
  return play(folder, seed, io);
}

async function play(folder: string, seed: string, io: CommandIo): Promise<number> {
  const at = (name: string) => path.join(folder, name);
  const steps: readonly (readonly [string, () => Promise<number>])[] = [
    [
      'The commission signs the election definition: stations, candidates, agents, officials.\nEvery act of the day will carry its digest, so that nothing said in one election counts in another.',
      async () => {
        writeDemoFolder(at('election'), Number(seed));
        return define(['--dir', at('election'), '--key', at('commission.pem'), '--new-key', '--out', at('definition.json')], io);
      },
    ],
    [
      'A day at the centre. Each form is received, entered twice by different clerks who do not see each other’s figures,\nread by a third person where they differ, ruled on where arithmetic fails, countersigned by every agent with the\nagent’s own key, accepted, and added up. Some papers are wrong on purpose.',
      () =>
        rehearse(
          [
            '--definition',
            at('definition.json'),
            '--forms',
            path.join(at('election'), FORMS_FILE),
            '--out',
            at('day'),
            '--seed',
            seed,
            '--anchor',
            at('commission.pem.pub'),
            '--certify-with',
            at('commission.pem'),
          ],
          io,
        ),
    ],
    [
      'A stranger, offline, with nothing but the bundle and the commission’s public key, checks everything again:\nevery digest, signature and rule, and the summary recomputed from the journal byte for byte.',
      () => verify([path.join(at('day'), 'president.bundle.zip'), '--anchor', at('commission.pem.pub'), '--rehearsal'], io),
    ],
  ];
  for (const [number, [text, run]] of steps.entries()) {
    io.out(`\n${number + 1}. ${text}\n\n`);
    const code = await run();
    if (code !== 0) return code;
  }
  io.out(`\nAll of it is in ${folder}. Look for yourself:\n`);
  io.out(`  sqlite3 ${path.join(at('day'), DATABASE_FILE)} 'SELECT * FROM tally'\n`);
  io.out(`  npm run --silent countersign -- audit ${path.join(at('day'), DATABASE_FILE)}\n`);
  io.out('Change one figure there with sqlite3, or one byte in a bundle, and ask again.\n');
  return 0;
}
