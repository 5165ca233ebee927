/**
 * Who stands behind a summary: for everybody who signed it, whether the definition names that very key, the commission or a party
 * certified it, or it was enrolled on site, so that its fingerprint has to be compared on paper.
 */
import type { CheckList } from './checks.ts';
import { openCertificate } from './certificate.ts';
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

export function standingOf(centre: Centre, person: string, key: string, beside: ReadonlySet<string>): Standing {
  const text = centre.keys.get(key)?.text;
  if (text !== undefined && namedInDefinition(centre, person)?.key === text) return 'named';
  return centre.certified.has(key) || beside.has(key) ? 'certified' : 'on site';
}

export function checkPeople(checks: CheckList, centre: Centre, version: Version | undefined, certificates: readonly OpenedEnvelope[]): void {
  if (version === undefined) return checks.skip('people', 'nobody has signed a summary');
  const beside = certifiedBeside(centre, certificates);
  const agents = version.asking.answers.map(({ agent, key }) => ({ person: agent, key }));
  const signers = new Map([...version.signatures, ...agents].map(({ person, key }) => [key, person]));
  const standings = [...signers].map(([key, person]) => ({ key, person, standing: standingOf(centre, person, key, beside) }));
  const onSite = standings.filter(({ standing }) => standing === 'on site');
  const count = (wanted: Standing) => standings.filter(({ standing }) => standing === wanted).length;
  const counts = `${standings.length} signers of the summary: ${count('named')} named in the definition, ${count('certified')} certified`;
  if (onSite.length === 0) return checks.pass('people', counts);
  const fingerprints = onSite.map(({ person, key }) => `${person} ${key.slice(0, 16)}`).join(', ');
  checks.skip('people', `${counts}, ${onSite.length} enrolled on site; compare on paper: ${fingerprints}`);
}
