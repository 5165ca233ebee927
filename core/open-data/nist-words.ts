/**
 * The small building blocks of a NIST report (SP 1500-100 version 2): texts, outside identifiers, statuses, and the names under
 * which one part of the report refers to another.
 */
import type { Disposition } from '../summary.ts';

/** Any object of the report; each says its type. */
export interface NistObject {
  readonly '@type': string;
  readonly [key: string]: unknown;
}
export type CountItemStatus = 'completed' | 'in-process' | 'not-processed';

export function nist(type: string, fields: object): NistObject {
  return { '@type': `ElectionResults.${type}`, ...fields };
}

/** Names of people and places are in no one language. */
export function text(content: string): NistObject {
  return nist('InternationalizedText', { Text: [nist('LanguageString', { Language: 'und', Content: content })] });
}

/** An identifier that the commission gave. */
export function givenCode(value: string): NistObject {
  return nist('ExternalIdentifier', { Type: 'national-level', Value: value });
}
/** An identifier of any other kind, which is named. */
export function identifier(kind: string, value: string): NistObject {
  return nist('ExternalIdentifier', { Type: 'other', OtherType: kind, Value: value });
}

export const CONSTITUENCY_UNIT = 'constituency';
export const CONTEST_OBJECT = 'contest';
export function wardUnit(code: string): string {
  return `ward-${code}`;
}
export function stationUnit(code: string): string {
  return `station-${code}`;
}
export function partyObject(place: number): string {
  return `party-${place}`;
}
export function candidateObject(number: number): string {
  return `candidate-${number}`;
}
export function selectionObject(number: number): string {
  return `selection-${number}`;
}

/** What NIST calls the state of a station's counting: only a counted form is completed. */
export function countItemStatus(disposition: Disposition): CountItemStatus {
  if (disposition === 'counted') return 'completed';
  return disposition === 'in-hand' ? 'in-process' : 'not-processed';
}

/** Where the whole stands: completed when nothing is awaited or in hand any more. */
export function wholeStatus(dispositions: readonly Disposition[]): CountItemStatus {
  const isOutstanding = (disposition: Disposition) => disposition === 'awaited' || disposition === 'in-hand';
  return dispositions.some(isOutstanding) ? 'in-process' : 'completed';
}

export function countStatus(status: CountItemStatus, type: object = { Type: 'total' }): NistObject {
  return nist('CountStatus', { ...type, Status: status });
}
