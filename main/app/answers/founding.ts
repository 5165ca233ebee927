/**
 * The founding of a centre: the data folder for a definition, the returning officer's key, and the first acts of the journal, signed
 * by that officer. A founding that a power cut interrupted is taken up again where the folder stands without its first act.
 */
import type { Fields } from '../../../core/contract/contract.ts';
import type { SignedDefinition } from '../../../core/definition.ts';
import { sealEnvelope } from '../../../core/envelope.ts';
import { ok, type Refusal, type Result, refuse } from '../../../core/result.ts';
import { createOffice, type Office } from '../../office/office.ts';
import type { Host } from '../host.ts';
import type { Definitions } from './chosen-definition.ts';
import type { NewKeys } from './new-keys.ts';

export interface FoundingParts {
  readonly definitions: Definitions;
  readonly keys: NewKeys;
}

/** Afterwards the returning officer is at the keyboard. */
export async function foundCentre(
  host: Host,
  { definitions, keys }: FoundingParts,
  asked: Fields<'createCentre'>,
): Promise<Result<undefined>> {
  const chosen = definitions.find(asked.definition);
  if (!chosen.ok) return chosen;
  const typedGroups = definitions.typedGroups(asked.definition, asked.groups);
  if (!typedGroups.ok) return typedGroups;
  const { contests, officials } = chosen.value.content;
  const officer = officials.find(({ id, role }) => id === asked.person && role === 'ro');
  if (officer === undefined) return refuse('R-PERSON-UNKNOWN', asked.person);
  const held = contests.map(({ id }) => id).filter((id) => asked.contests.includes(id));
  const office = await officeFor(host, chosen.value);
  if (!office.ok) return office;
  const key = await keys.keep(office.value, { person: officer.id, role: 'ro', name: officer.name }, asked.secret);
  if (!key.ok) return key;
  const { keyId, passphrase } = key.value;
  const founded = await office.value.found(officer.id, passphrase, { typedGroups: typedGroups.value, contests: held }, keyId);
  if (!founded.ok) return founded;
  const unlocked = await office.value.unlock(officer.id, passphrase);
  return unlocked.ok ? ok(undefined) : unlocked;
}

/** A new folder, or one in which nothing was said yet. Refuses R-CENTRE-EXISTS for a centre that was founded. */
async function officeFor(host: Host, definition: SignedDefinition): Promise<Result<Office>> {
  const folder = host.centres.folderFor(definition.digest);
  const current = host.office();
  if (current.ok && current.value.folder === folder) return notFounded(current.value);
  const { kind, payload, keyId, signature } = definition.envelope;
  const created = createOffice(folder, definition, sealEnvelope(kind, payload, keyId, signature), host.officeOptions);
  if (created.ok) return ok(host.take(created.value));
  if (!mayBeThere(created.refusal.code)) return created;
  const opened = await host.open(folder);
  return opened.ok ? notFounded(opened.value) : opened;
}

/** There is one, it is altered, or it is being opened here at this moment. */
function mayBeThere(code: Refusal['code']): boolean {
  return code === 'R-CENTRE-EXISTS' || code === 'E-FILE' || code === 'R-CENTRE-IN-USE';
}

function notFounded(office: Office): Result<Office> {
  return office.centre().phase === 'empty' ? ok(office) : refuse('R-CENTRE-EXISTS');
}
