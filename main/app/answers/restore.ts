/**
 * Answers the restoring of a centre, and what comes after it: an official's signature with a reason, so that a second one can confirm.
 * The restored centre gets a data folder of its own; one of the same definition that is here already stays as it is.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AwaitedRestoreView, RestoreAnswers, restoreAsks } from '../../../core/contract/restore.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { readPassphrase } from '../../../db/passphrase.ts';
import { readBytes } from '../../define/files.ts';
import type { Office } from '../../office/office.ts';
import type { BroughtFile } from '../../second-medium/contract.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';
import { withoutPlace } from './medium.ts';
import { restoring } from './restoring.ts';

export function restoreHandlers(host: Host): HandlersOf<typeof restoreAsks, RestoreAnswers> {
  const work = restoring(host.changed, (definition) => existsSync(host.centres.folderFor(definition)));
  return {
    restoring: () => ok(work.view()),
    chooseRestorable: async () => {
      const folder = await host.surroundings.chooseFolder();
      if (folder !== undefined) void work.look(folder);
      return ok(folder !== undefined);
    },
    bringKnownHeads: async () => {
      const files = readBrought(await host.surroundings.chooseFiles('any'));
      if (!files.ok) return files;
      if (files.value.length > 0) void work.bring(files.value);
      return ok(files.value.length > 0);
    },
    startRestore: async () => {
      const restored = await work.run((definition) => freeFolder(host, definition));
      // What was refused stands in the view, beside what it was refused for.
      if (restored === undefined || !restored.ok) return ok(false);
      const opened = await host.open(restored.value.folder);
      return opened.ok ? ok(true) : withoutPlace(opened);
    },
    cancelRestore: () => {
      work.cancel();
      return ok(undefined);
    },
    forgetRestore: () => {
      work.forget();
      return ok(undefined);
    },
    awaitedRestore: () => {
      const office = host.office();
      return office.ok ? ok(awaitedIn(office.value)) : office;
    },
    signRestore: async ({ person, secret, reason }) => {
      const office = host.office();
      if (!office.ok) return office;
      const passphrase = readPassphrase(secret);
      if (!passphrase.ok) return passphrase;
      const signed = await office.value.proposeRestore(person, passphrase.value, reason);
      host.changed();
      return signed.ok ? ok(undefined) : withoutPlace(signed);
    },
  };
}

/** Beside what lies there already: a centre is never overwritten. */
function freeFolder({ centres }: Host, definition: string): string {
  const first = centres.folderFor(definition);
  let folder = first;
  for (let number = 2; existsSync(folder); number += 1) folder = `${first}-${number}`;
  return folder;
}

function readBrought(places: readonly string[]): Result<readonly BroughtFile[]> {
  const files: BroughtFile[] = [];
  for (const place of places) {
    const bytes = readBytes(place);
    const name = path.basename(place);
    if (!bytes.ok) return refuse('E-FILE', `${name}: ${bytes.refusal.detail ?? ''}`);
    files.push({ name, bytes: bytes.value });
  }
  return ok(files);
}

function awaitedIn(office: Office): AwaitedRestoreView | undefined {
  const awaited = office.awaitedRestore();
  if (awaited === undefined) return undefined;
  const { stage, backup, later, act } = awaited;
  const [last] = office.store.entries(backup.size - 1, backup.size);
  return {
    ...{ stage, size: backup.size, lastAt: last?.at ?? office.now() },
    later: later.map(({ source, size }) => ({ source, size })),
    lost: Math.max(0, ...later.map(({ size }) => size - backup.size)),
    ...(act === undefined ? {} : { act }),
  };
}
