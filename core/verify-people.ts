/**
 * Who stands behind a summary: for everybody who signed it, whether the definition names that very key, the commission or a party
 * certified it, or it was enrolled on site, so that its fingerprint has to be compared on paper.
 */

import { openCertificate } from './certificate.ts';
import type { CheckList } from './checks.ts';
import type { OpenedEnvelope } from './envelope.ts';
import { namedInDefinition } from './people.ts';
import type { Centre, Version } from './state.ts';

export type Standing = 'named' | 'certified' | 'on site';

/** The keys that certificates brought along vouch for; those of a signer who does not count are left out. */
function certifiedBeside(centre: Centre, certificates: readonly OpenedEnvelope[]): ReadonlySet<string> {
  const keys = certificates.flatMap((envelope) => {
    const certificate = openCertificate(envelope);
    if (!certificate.ok || certificate.value.signer.id !== centre.definition.commission.id) return [];
    const { election, person } = certificate.value.content;
    const owner = centre.keys.get(certificate.value.key.id)?.person;
    const fits = (election === undefined || election === centre.definition.digest) && (person === undefined || person === owner);
    return fits ? [certificate.value.key.id] : [];
  });
  return new Set(keys);
}

export function standingOf(centre: Centre, person: string, key: string, beside: ReadonlySet<string> = new Set()): Standing {
  const text = centre.keys.get(key)?.text;
  if (text !== undefined && namedInDefinition(centre, person)?.key === text) return 'named';
  return centre.certified.has(key) || beside.has(key) ? 'certified' : 'on site';
}

/** Somebody who signed a summary: an official, or an agent who signed off on it. */
export interface SummarySigner {
  readonly person: string;
  readonly role: 'ro' | 'dro' | 'clerk' | 'agent';
  readonly keyId: string;
  /** Text of the public key. */
  readonly key: string;
  readonly standing: Standing;
}

export function signersOf(centre: Centre, version: Version | undefined, certificates: readonly OpenedEnvelope[]): readonly SummarySigner[] {
  if (version === undefined) return [];
  const beside = certifiedBeside(centre, certificates);
  const agents = version.asking.answers.map(({ agent, key }) => ({ person: agent, key }));
  const signed = new Map([...version.signatures, ...agents].map(({ person, key }) => [key, person]));
  return [...signed].map(([keyId, person]) => {
    const role = centre.people.get(person)?.role ?? 'agent';
    return { person, role, keyId, key: centre.keys.get(keyId)?.text ?? '', standing: standingOf(centre, person, keyId, beside) };
  });
}

export function checkPeople(checks: CheckList, signers: readonly SummarySigner[]): undefined {
  if (signers.length === 0) return checks.skip('people', 'nobody has signed a summary');
  const onSite = signers.filter(({ standing }) => standing === 'on site');
  const count = (wanted: Standing) => signers.filter(({ standing }) => standing === wanted).length;
  const counts = `${signers.length} signers of the summary: ${count('named')} named in the definition, ${count('certified')} certified`;
  if (onSite.length === 0) return checks.pass('people', counts);
  const fingerprints = onSite.map(({ person, keyId }) => `${person} ${keyId.slice(0, 16)}`).join(', ');
  checks.skip('people', `${counts}, ${onSite.length} enrolled on site; compare on paper: ${fingerprints}`);
}
