/**
 * Which paper a picture shows, by its file's name: the fifteen digits of the station and, before them, the number of the form, as
 * the commission's kits write them (`1_34_A_051117058301002_kit_20170808_181818.jpg`). Whatever is not certain is left to a person.
 */
import type { Unmatched } from '../../core/contract/scan.ts';

/** A contest that this machine holds, and where. */
export interface HeldContest {
  readonly id: string;
  /** As in `34A`. */
  readonly formA: string;
  readonly stations: ReadonlySet<string>;
}

export type Matched =
  | { readonly is: 'matched'; readonly contest: string; readonly station: string }
  | { readonly is: 'unmatched'; readonly why: Unmatched; readonly detail?: string };

/** County, constituency, ward, centre, stream; together, or with the same mark between all of them. */
const STATION = /(?<![0-9])([0-9]{3})([-_. ]?)([0-9]{3})\2([0-9]{4})\2([0-9]{3})\2([0-9]{2})(?![0-9])/g;
/** Forms 34 to 39, with or without a mark before the letter. */
const FORM = /(?<![0-9])(3[4-9])[-_. ]?([ABC])(?![A-Za-z])/gi;

/** `known` are the codes of all stations of the definition. The folder's own name plays no part. */
export function matchName(name: string, known: ReadonlySet<string>, contests: readonly HeldContest[]): Matched {
  const places = [...name.matchAll(STATION)].map((found) => ({
    code: [1, 3, 4, 5, 6].map((part) => found[part]).join(''),
    at: found.index,
  }));
  if (places.length === 0) return { is: 'unmatched', why: 'no-station' };
  const ours = places.filter(({ code }) => known.has(code));
  const [place] = ours;
  if (place === undefined) return { is: 'unmatched', why: 'unknown-station', detail: places.map(({ code }) => code).join(', ') };
  if (ours.some(({ code }) => code !== place.code)) return { is: 'unmatched', why: 'several-stations' };
  return matchContest(place.code, formBefore(name.slice(0, place.at)), contests);
}

/** The form named last before the station. */
function formBefore(text: string): string | undefined {
  const found = [...text.matchAll(FORM)].at(-1);
  return found === undefined ? undefined : `${found[1]}${found[2]?.toUpperCase()}`;
}

/** Without a form's number, a station's only contest is the one; with two, nobody guesses. */
function matchContest(station: string, form: string | undefined, contests: readonly HeldContest[]): Matched {
  const here = contests.filter(({ stations }) => stations.has(station));
  if (form !== undefined && !form.endsWith('A')) return { is: 'unmatched', why: 'other-form', detail: form };
  const fitting = form === undefined ? here : here.filter(({ formA }) => formA === form);
  const [contest] = fitting;
  if (contest === undefined) return { is: 'unmatched', why: 'contest-not-held', ...(form === undefined ? {} : { detail: form }) };
  if (fitting.length > 1) return { is: 'unmatched', why: 'contest-unclear' };
  return { is: 'matched', contest: contest.id, station };
}
