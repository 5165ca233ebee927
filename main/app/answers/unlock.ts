/**
 * Answers the hand-over of the keyboard. Six digits are the session PIN where one is set; anything else is the passphrase, completed
 * from four letters a word. What was typed is passed on to the office and kept nowhere.
 */
import type { UnlockAnswers, unlockAsks } from '../../../core/contract/unlock.ts';
import { ok, type Result } from '../../../core/result.ts';
import { keyboardView } from '../../../core/views/unlock.ts';
import { readPassphrase } from '../../../db/passphrase.ts';
import type { Office } from '../../office/office.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';

const SIX_DIGITS = /^[0-9]{6}$/;

export function unlockHandlers(host: Host): HandlersOf<typeof unlockAsks, UnlockAnswers> {
  return {
    keyboard: () => {
      const seen = host.seen();
      const office = host.office();
      if (!seen.ok) return seen;
      if (!office.ok) return office;
      const { hasPin, hasKeyFile } = office.value;
      return ok(keyboardView(seen.value, { hasPin, isKeyHere: hasKeyFile }));
    },
    unlock: async ({ person, secret }) => {
      const office = host.office();
      if (!office.ok) return office;
      const unlocked = await unlockWith(office.value, person, secret);
      host.changed();
      return unlocked;
    },
    setPin: ({ pin }) => {
      const office = host.office();
      if (!office.ok) return office;
      const set = office.value.setPin(pin);
      host.changed();
      return set;
    },
  };
}

async function unlockWith(office: Office, person: string, secret: string): Promise<Result<{ readonly person: string }>> {
  if (SIX_DIGITS.test(secret)) return office.unlockWithPin(person, secret);
  const passphrase = readPassphrase(secret);
  return passphrase.ok ? office.unlock(person, passphrase.value) : passphrase;
}
