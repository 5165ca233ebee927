/**
 * A draft of the certificate that a responsible person signs about an electronic record: what the record is, by which program and
 * machine it was made, and every failure that is on record, with blanks for whatever only that person can say. Under which section
 * of the law it is given is for the person to name: the program names none.
 */

import { eastAfrica } from '../east-africa.ts';
import type { Collected } from './collect.ts';
import type { Facts } from './facts.ts';
import { type Markup, markup } from './markup.ts';
import type { Words } from './words/words.ts';

export interface CertificateOrder {
  readonly collected: Collected;
  readonly facts: Facts;
  readonly words: Words;
  readonly under?: string | undefined;
}

export function certificate(order: CertificateOrder): Markup {
  const { words, under } = order;
  const { certificate: say } = words;
  return markup`<p class="stamp">${say.draft}</p>
<p>${say.under} ${under === undefined ? markup`<span class="blank">&nbsp;</span>` : under}</p>
<p>${say.whoSays}</p>
${statements(order)}
<p>${say.statement}:</p>
<div class="space"></div>
<p>${say.seventh}</p>
${identity(order)}
<dl class="sign">${[say.device, say.name, say.position, say.place, say.date, say.signature].map(
    (blank) => markup`<dt>${blank}</dt><dd class="sign-here">&nbsp;</dd>`,
  )}</dl>
`;
}

function statements({ collected, facts, words }: CertificateOrder): Markup {
  const { certificate: say, record } = words;
  const definition = collected.source.definition?.content;
  const centre = definition === undefined ? record.unknown : `${definition.constituency.name} (${definition.constituency.code})`;
  const election = definition === undefined ? record.unknown : `${definition.title}, ${definition.date}`;
  return markup`<p>${say.first(centre, election)}</p>
<p>${say.second(facts.entries, shown(facts.firstAt, words), shown(facts.lastAt, words))}</p>
<p>${say.third}</p>
<p>${say.fourth}</p>
<ul>${facts.software.map(({ version, digest, seqs }) => markup`<li>${version} <span class="whole">${digest}</span> ${record.startedAt(places(seqs))}</li>`)}</ul>
<p>${say.fifth}</p>
<ul>${facts.devices.map(({ seq, key }) => markup`<li><span class="whole">${key}</span> ${record.introducedAt(seq)}</li>`)}</ul>
<p>${say.sixth}</p>
<ul>${failures(collected, facts, words).map((line) => markup`<li>${line}</li>`)}</ul>
<p>${facts.isSound ? say.auditSound : say.auditAltered}</p>`;
}

function failures({ unreadable }: Collected, facts: Facts, { certificate: say }: Words): readonly string[] {
  const at = (seqs: readonly number[]) => (seqs.length === 0 ? '' : say.places(places(seqs)));
  return [
    say.notClosed(facts.notClosed.length, at(facts.notClosed)),
    say.jumps(facts.jumps.length, at(facts.jumps)),
    say.restores(facts.restores.length, at(facts.restores)),
    say.failedLogIns(facts.failedLogIns),
    say.unreadable(unreadable.length),
  ];
}

function identity({ collected, facts, words }: CertificateOrder): Markup {
  const { record } = words;
  const { head, definition } = collected.source;
  return markup`<dl>
<dt>${record.definition}</dt><dd class="whole">${definition?.digest ?? record.unknown}</dd>
<dt>${record.journal}</dt><dd class="whole">${facts.journal}</dd>
<dt>${record.entries}</dt><dd>${facts.entries}</dd>
<dt>${record.head}</dt><dd class="whole">${head?.root ?? record.noHead}</dd>
</dl>`;
}

function shown(at: string, { record }: Words): string {
  return at === '' ? record.unknown : `${eastAfrica(at)} (${at})`;
}

/** So many that nobody reads them are cut short; the registers hold them all. */
const MOST_PLACES = 12;
export function places(seqs: readonly number[]): string {
  const some = seqs.slice(0, MOST_PLACES).join(', ');
  return seqs.length > MOST_PLACES ? `${some} …` : some;
}
