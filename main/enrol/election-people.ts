/**
 * Where the people of an election are read from: a signed definition, or, while none is signed yet because the keys are still to be
 * named in it, the folder of tables it will be made from.
 */
import { readDefinition } from '../../core/definition.ts';
import { parseEnvelopeFile } from '../../core/envelope.ts';
import { ok, type Refusal } from '../../core/result.ts';
import { readDefinitionFolder } from '../define/definition-folder.ts';
import { readBytes } from '../define/files.ts';
import type { PeopleOfElection } from './people.ts';

export type ElectionSource = { readonly definition: string } | { readonly dir: string };

export type PeopleReading =
  | { readonly ok: true; readonly value: PeopleOfElection }
  | { readonly ok: false; readonly faults: readonly Refusal[] };

/** Refuses with every fault of the folder, or with the one of the file: not readable, not a definition, not signed by its own key. */
export function readPeople(source: ElectionSource): PeopleReading {
  return 'dir' in source ? readDefinitionFolder(source.dir) : readSigned(source.definition);
}

function readSigned(file: string): PeopleReading {
  const bytes = readBytes(file);
  const envelope = bytes.ok ? parseEnvelopeFile(bytes.value) : bytes;
  const definition = envelope.ok ? readDefinition(envelope.value) : envelope;
  return definition.ok ? ok(definition.value.content) : { ok: false, faults: [{ place: file, ...definition.refusal }] };
}
