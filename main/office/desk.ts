/**
 * The desk: what every part of the office works with. Whoever speaks, speaks through `say`, which reads the clock once, notes in the
 * journal when somebody has set it, and hands the commands to the ledger; the device speaks for itself through `note`.
 */
import { randomUUID } from 'node:crypto';
import type { Command } from '../../core/decide.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { DeviceKey } from '../../db/device-key.ts';
import type { JournalReader } from '../../db/journal-store.ts';
import type { Keystore } from '../../db/keystore.ts';
import type { Random } from '../../db/random.ts';
import { type Clock, watch } from './clock.ts';
import type { Appended, Further, Ledger, Voice } from './ledger.ts';

/** `id` is the key of a window's click; `further` is what follows from the acts, said together with them or not at all. */
export interface Saying {
  readonly id?: string | undefined;
  readonly further?: Further;
}

export interface Desk {
  readonly ledger: Ledger;
  readonly store: JournalReader;
  readonly keystore: Keystore;
  readonly device: DeviceKey;
  readonly clock: Clock;
  readonly random: Random;
  readonly isReadOnly: boolean;
  now(): string;
  /** The time, after a jump of the clock has been noted in the journal: whatever depends on a wait is judged by it. */
  settledTime(): Result<string>;
  say(voice: Voice, commands: readonly Command[], how?: Saying): Result<Appended>;
  note(command: Command): Result<Appended>;
}

/**
 * `readOnly`, where given, says why nothing may be appended. While `awaitsRestore` holds, this device is not in the journal yet, and
 * nothing is said but that the centre was restored on it.
 */
export function openDesk(
  parts: Pick<Desk, 'ledger' | 'store' | 'keystore' | 'device' | 'clock' | 'random'>,
  readOnly?: string,
  awaitsRestore: () => boolean = () => false,
): Desk {
  const { ledger, device, clock } = parts;
  const deviceVoice: Voice = { by: { person: 'device', role: 'device', key: device.publicKey.id }, sign: device.sign };
  const wristwatch = watch(clock, () => ledger.centre().at);

  const readClock = (): Result<string> => {
    const { at, jumpedFrom } = wristwatch.read();
    if (jumpedFrom === undefined || ledger.centre().phase === 'empty') return { ok: true, value: at };
    const jump: Command = { kind: 'clock-jumped', body: { from: jumpedFrom, to: at } };
    const noted = ledger.append(randomUUID(), deviceVoice, at, [jump]);
    return noted.ok ? { ok: true, value: at } : noted;
  };
  /**
   * A device that is not known yet cannot note that its clock is behind the journal's. The restore then takes the journal's last time,
   * and the device's own first word is the jump.
   */
  const timeOfRestore = (): string => {
    const [now, last] = [new Date(clock.now()).toISOString(), ledger.centre().at];
    return now < last ? last : now;
  };
  const settledTime = () => (awaitsRestore() ? ok(timeOfRestore()) : readClock());
  const say: Desk['say'] = (voice, commands, { id = randomUUID(), further } = {}) => {
    if (readOnly !== undefined) return refuse('R-READ-ONLY', readOnly);
    if (awaitsRestore() && commands.some(({ kind }) => kind !== 'backup-restored')) return refuse('R-RESTORE-UNCONFIRMED');
    const at = settledTime();
    return at.ok ? ledger.append(id, voice, at.value, commands, further) : at;
  };
  return {
    ...parts,
    isReadOnly: readOnly !== undefined,
    now: () => new Date(clock.now()).toISOString(),
    settledTime,
    say,
    note: (command) => say(deviceVoice, [command]),
  };
}
