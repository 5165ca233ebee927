/**
 * election.json: what the commission says about the election as a whole. Its title and day, whether it is live or a rehearsal, the
 * area, the contests with their paper forms, and the thresholds, where they differ from the usual ones.
 */
import { fromUtf8 } from '../../core/bytes.ts';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../core/definition.ts';
import { CONSTITUENCY_FORMS, STATION_FORMS } from '../../core/form.ts';
import type { Refusal } from '../../core/result.ts';
import { areaCode, contestId, date, name, oneOf, publicKey, wholeNumber } from './cells.ts';
import { type Field, type FieldPlace, fault, list, mandatory, number, record, text, voluntary, within, yesOrNo } from './json-fields.ts';
import { findJsonFlaw } from './json-text.ts';

export const ELECTION_FILE = 'election.json';

/** What the definition assumes where the file is silent (issue: define; LIFECYCLE, Words). */
const USUAL_SETTINGS = { responseMinutes: 10, soloMinutes: 60, agentsPerParty: 1, wallShowsTotals: true };
const RATE_NAMES = Object.keys(DEFAULT_THRESHOLDS) as readonly (keyof Thresholds)[];
const MINUTES_OF_A_DAY = 1440;

/** These stand at the top or among the thresholds; undefined where they do not stand. */
const SETTINGS = {
  responseMinutes: voluntary(number(wholeNumber(0, MINUTES_OF_A_DAY)), undefined),
  soloMinutes: voluntary(number(wholeNumber(0, MINUTES_OF_A_DAY)), undefined),
  agentsPerParty: voluntary(number(wholeNumber(1, 99)), undefined),
  wallShowsTotals: voluntary(yesOrNo, undefined),
};
type SettingName = keyof typeof SETTINGS;
const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

const rate = number(wholeNumber(0, 10_000));
const RATES = Object.fromEntries(RATE_NAMES.map((one) => [one, voluntary(rate, DEFAULT_THRESHOLDS[one])])) as {
  readonly [Name in keyof Thresholds]: Field<number>;
};
const area = record({ code: mandatory(text(areaCode)), name: mandatory(text(name)) });
const contest = record({
  id: mandatory(text(contestId)),
  title: mandatory(text(name)),
  formA: mandatory(text(oneOf(STATION_FORMS))),
  formB: mandatory(text(oneOf(CONSTITUENCY_FORMS))),
  ward: voluntary(text(areaCode), undefined),
});
const party = record({ name: mandatory(text(name)), public_key: voluntary(text(publicKey), undefined) });
const election = record({
  id: mandatory(text(contestId)),
  title: mandatory(text(name)),
  date: mandatory(text(date)),
  kind: mandatory(text(oneOf(['live', 'rehearsal']))),
  commission: mandatory(text(name)),
  county: mandatory(area),
  constituency: mandatory(area),
  stationCap: mandatory(number(wholeNumber(1))),
  contests: mandatory(list(contest)),
  thresholds: voluntary(record({ ...RATES, ...SETTINGS }), undefined),
  parties: voluntary(list(party), []),
  ...SETTINGS,
});

type WrittenElection = NonNullable<ReturnType<typeof election>>;
export type WrittenContest = NonNullable<WrittenElection['contests']>[number];

/** The file as far as it could be read. Settings and thresholds are complete, with the usual values where nothing is said. */
export interface Election extends Omit<WrittenElection, 'thresholds' | SettingName> {
  readonly thresholds: Thresholds;
  readonly settings: typeof USUAL_SETTINGS;
}

export interface ElectionReading {
  /** Undefined where the file is no JSON object at all. */
  readonly election: Election | undefined;
  readonly faults: readonly Refusal[];
}

/** Reads the file's bytes; never throws, whatever they are. */
export function readElectionFile(bytes: Uint8Array): ElectionReading {
  const content = fromUtf8(bytes)?.replace(/^\ufeff/, '');
  if (content === undefined)
    return { election: undefined, faults: [{ code: 'E-CONTENT', detail: 'the file is not UTF-8 text', place: ELECTION_FILE }] };
  const flaw = findJsonFlaw(content);
  if (flaw !== undefined) {
    return {
      election: undefined,
      faults: [{ code: 'E-CONTENT', detail: flaw.detail, place: `${ELECTION_FILE}:${flaw.line}:${flaw.column}` }],
    };
  }
  const at: FieldPlace = { file: ELECTION_FILE, path: '', faults: [] };
  const written = election(JSON.parse(content), at);
  return { election: written === undefined ? undefined : complete(written, at), faults: at.faults };
}

function complete(written: WrittenElection, at: FieldPlace): Election {
  const inside: Partial<Record<SettingName | keyof Thresholds, unknown>> = written.thresholds ?? {};
  const settings: Record<string, unknown> = { ...USUAL_SETTINGS };
  for (const setting of SETTING_NAMES) {
    const [above, below] = [written[setting], inside[setting]];
    if (above !== undefined && below !== undefined && above !== below) {
      fault(within(at, `thresholds.${setting}`), `${String(below)} here, but ${String(above)} at the top of the file`);
    }
    settings[setting] = above ?? below ?? settings[setting];
  }
  const thresholds = Object.fromEntries(RATE_NAMES.map((one) => [one, inside[one] ?? DEFAULT_THRESHOLDS[one]])) as Thresholds;
  return { ...written, thresholds, settings: settings as typeof USUAL_SETTINGS };
}
