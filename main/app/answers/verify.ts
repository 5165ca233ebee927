/** Answers the verification room: files are chosen through the desktop, judged in a thread of their own, and told by name only. */
import type { VerifyAnswers, VerifyFiles, verifyAsks } from '../../../core/contract/verify.ts';
import { ok } from '../../../core/result.ts';
import type { Host } from '../host.ts';
import { verifying } from '../verify/verifying.ts';
import type { HandlersOf } from './handlers.ts';

export function verifyHandlers(host: Host): HandlersOf<typeof verifyAsks, VerifyAnswers> {
  const table = verifying(host.changed);
  return {
    verification: () => ok(table.view()),
    chooseToVerify: async ({ what }) => {
      const files = await choose(host, what);
      if (files.length === 0) return ok(false);
      const laid = table.lay(what, files);
      return laid.ok ? ok(true) : laid;
    },
    startVerifying: ({ acceptRehearsal }) => {
      table.start(acceptRehearsal);
      return ok(undefined);
    },
    forgetVerifying: () => {
      table.forget();
      return ok(undefined);
    },
  };
}

async function choose({ surroundings }: Host, what: VerifyFiles): Promise<readonly string[]> {
  switch (what) {
    case 'bundles':
      return surroundings.chooseFiles('bundle');
    case 'receipts':
      return surroundings.chooseFiles('receipt');
    case 'certificates':
      return surroundings.chooseFiles('certificate');
    case 'anchor':
      return one(await surroundings.chooseFile('anchor'));
    case 'folder':
      return one(await surroundings.chooseFolder());
  }
}

function one(file: string | undefined): readonly string[] {
  return file === undefined ? [] : [file];
}
