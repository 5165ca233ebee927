/**
 * Answers the room of the people: enrolling with a new key or a brought one, key files taken away and brought back, certificates.
 * Secrets come in and are passed on to the office; no private key leaves this process unencrypted.
 */
import path from 'node:path';
import { fromUtf8 } from '../../../core/bytes.ts';
import type { PeopleAnswers, peopleAsks } from '../../../core/contract/people.ts';
import type { Command } from '../../../core/decide.ts';
import { ok, present, type Result, refuse } from '../../../core/result.ts';
import { isOfficial } from '../../../core/roles.ts';
import { peopleView } from '../../../core/views/people.ts';
import { createFile, readBytes } from '../../define/files.ts';
import type { Office } from '../../office/office.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';
import { newKeysOf } from './new-keys.ts';

const OWNER_ONLY = 0o600;
const MOST_CERTIFICATES = 100;

export function peopleHandlers(host: Host): HandlersOf<typeof peopleAsks, PeopleAnswers> {
  const keys = newKeysOf(host);
  const inOffice = async <T>(action: (office: Office) => Promise<Result<T>>): Promise<Result<T>> => {
    const office = host.office();
    if (!office.ok) return office;
    const done = await action(office.value);
    host.changed();
    return done;
  };
  return {
    people: () => {
      const seen = host.seen();
      const office = host.office();
      if (!seen.ok) return seen;
      return office.ok ? ok(peopleView(seen.value, office.value.hasKeyFile)) : office;
    },
    newWords: ({ person }) => ok(keys.words(person)),
    saveCard: ({ person, role, name, language }) => keys.card({ id: person, role, name }, language),
    keyWaits: () => ok(keys.waits()),
    bringKeyFile: ({ person }) => keys.bring(person),
    enrolPerson: ({ secret, ...newcomer }) =>
      inOffice(async (office) => {
        const key = await keys.keep(office, newcomer, secret);
        if (!key.ok) return key;
        const enrolled = await office.enrol(newcomer, key.value.keyId, key.value.passphrase);
        return enrolled.ok ? ok({ enrolment: present(enrolled.value.acts[0], 'an enrolment').digest }) : enrolled;
      }),
    returnKey: ({ person, secret }) =>
      inOffice(async (office) => {
        const known = office.centre().people.get(person);
        if (known === undefined) return refuse('R-PERSON-UNKNOWN', person);
        const key = await keys.keep(office, { person, role: known.role, name: known.name }, secret);
        return key.ok ? ok(undefined) : key;
      }),
    takeKeyFile: ({ person }) => inOffice((office) => takeKeyFile(host, office, person)),
    recordCertificates: () => inOffice((office) => recordCertificates(host, office)),
    printPage: async () => ok({ printed: await host.surroundings.print() }),
  };
}

async function takeKeyFile({ surroundings }: Host, office: Office, person: string): Promise<Result<{ readonly saved: boolean }>> {
  const viewer = office.centre().people.get(office.unlocked() ?? '');
  if (viewer === undefined) return refuse('R-NOT-UNLOCKED');
  if (viewer.id !== person && !isOfficial(viewer.role)) return refuse('R-ROLE', person);
  const kept = office.keyFile(office.centre().people.get(person)?.key ?? '');
  if (!kept.ok) return kept;
  const { value: file } = kept;
  if (file === undefined) return refuse('E-FILE', 'no key file of this person is here');
  const place = await surroundings.chooseNewFile('key', `${person.replaceAll('/', '-')}.key`);
  if (place === undefined) return ok({ saved: false });
  const written = createFile(place, file, OWNER_ONLY);
  return written.ok ? ok({ saved: true }) : refuse(written.refusal.code, written.refusal.detail, path.basename(place));
}

/** One certificate a line, as `certify` writes them; all are recorded or none. */
async function recordCertificates({ surroundings }: Host, office: Office): Promise<Result<{ readonly recorded: number }>> {
  const place = await surroundings.chooseFile('certificate');
  if (place === undefined) return ok({ recorded: 0 });
  const bytes = readBytes(place);
  if (!bytes.ok) return refuse('E-FILE', bytes.refusal.detail);
  const lines = (fromUtf8(bytes.value) ?? '').split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.length > MOST_CERTIFICATES) return refuse('E-CONTENT', `${lines.length} certificates`);
  const said = office.perform(lines.map((certificate): Command => ({ kind: 'certificate-recorded', body: { certificate } })));
  return said.ok ? ok({ recorded: lines.length }) : said;
}
