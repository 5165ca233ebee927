/**
 * What has to be known of a journal before a receipt, the line of one, or a checkpoint says anything against it: which election, which
 * journal, which devices have kept it. What is of another journal, or was signed by no device of this one, could be written by anybody.
 */
import type { SignedDefinition } from './definition.ts';
import { parsePublicKey } from './keys.ts';
import { checkpointOrigin } from './receipt.ts';
import type { Centre } from './state.ts';
import { isSignedBy, keyIn, originOf, type Witness } from './witness.ts';

export interface KnownJournal {
  /** Acts name the election by the definition's digest, checkpoints by its identifier. */
  readonly definition: SignedDefinition;
  readonly journal: string;
  /** How many devices in turn have kept it: one more for each restore. */
  readonly epoch: number;
  /** The public keys of these devices. */
  readonly devices: ReadonlySet<string>;
}

export function knownFrom({ definition, journal, epoch, keys }: Centre): KnownJournal {
  const devices = [...keys.values()].filter(({ person }) => person === 'device');
  return { definition, journal, epoch, devices: new Set(devices.map(({ text }) => text)) };
}

/** Why it says nothing about this journal; undefined where a device of this journal signed it. */
export function strangerIn(witness: Witness, known: KnownJournal): string | undefined {
  if (!isOf(witness, known)) return `a ${witness.is === 'checkpoint' ? 'checkpoint' : 'receipt'} of another journal`;
  return isSignedByDevice(witness, known) ? undefined : 'signed by a device that this journal does not know';
}

function isOf(witness: Witness, { definition, journal, epoch }: KnownJournal): boolean {
  if (witness.is === 'checkpoint') {
    const origins = Array.from({ length: epoch }, (_, at) => checkpointOrigin(definition.content.id, journal, at + 1));
    return origins.includes(originOf(witness) ?? '');
  }
  const named = witness.is === 'line' ? witness.line : witness.receipt.act;
  return named.election === definition.digest && named.journal === journal;
}

function isSignedByDevice(witness: Witness, { devices }: KnownJournal): boolean {
  const own = keyIn(witness);
  if (own !== undefined) return devices.has(own.text);
  const keys = [...devices].map(parsePublicKey);
  return keys.some((key) => key.ok && isSignedBy(witness, key.value));
}
