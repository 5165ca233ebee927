/**
 * The rules, one per entry (DOMAIN, Findings): what each is called, when it fails, what it allows, and whether an official has to rule
 * on it. The screens' words, the sheet of rules in docs/FINDINGS.md and the tests are checked against this table.
 */

import { compare, type FindingRule, type Subject } from './finding-subject.ts';
import { TABLE_TOTAL } from './form.ts';
import { candidatesAgainstFoot, castAgainstIdentified, coincidences, disputes, marked } from './rules-arithmetic.ts';
import { compromisedKeys, defects, missingScan, otherPapers } from './rules-papers.ts';
import { manyRejected, nearlyAllForOne, sameVotes, strongInWard, turnoutAbove, turnoutBelow } from './rules-statistics.ts';

/** One figure taken from another. */
const less = (from: string, taken: string, failing: 'different' | 'above') => (subject: Subject) =>
  compare(subject, [from, taken], ([larger, smaller]) => larger - smaller, failing);

const ruled = { kind: 'needs ruling', looksAt: 'this paper', tolerance: 'none' } as const;
const note = { kind: 'note', looksAt: 'this paper', tolerance: 'none' } as const;
const aid = { kind: 'note', looksAt: 'this paper', isStatistical: true } as const;

export const FINDING_RULES: readonly FindingRule[] = [
  { ...ruled, code: 'F01', formula: 'sum of candidates ≠ tableTotal', check: candidatesAgainstFoot },
  { ...ruled, code: 'F02', formula: 'tableTotal ≠ valid', check: less(TABLE_TOTAL, 'valid', 'different') },
  { ...ruled, code: 'F03', formula: 'registered ≠ register', check: less('registered', 'register', 'different') },
  { ...ruled, code: 'F04', formula: 'valid > register', ground: 'b', check: less('valid', 'register', 'above') },
  { ...ruled, code: 'F05', formula: 'valid + rejected > register', check: (subject) => compare(subject, ['valid', 'rejected', 'register'], ([valid, rejected, register]) => valid + rejected - register, 'above') },
  { ...ruled, code: 'F06', formula: 'valid + rejected > voters identified', ground: 'c', check: castAgainstIdentified },
  { ...ruled, code: 'F07', formula: 'rejected = registered or rejected = valid', tolerance: 'up to 50', check: coincidences },
  { ...ruled, code: 'F08', formula: 'registered > stationCap', check: less('registered', 'stationCap', 'above') },
  { ...ruled, code: 'F09', formula: 'another form has this serial, or another form of this result exists', check: otherPapers },
  { ...ruled, code: 'F10', formula: 'objected > rejected', check: less('objected', 'rejected', 'above') },
  { ...ruled, code: 'F11', formula: 'disputed > valid, or decisions ≠ disputed', check: disputes },
  { ...ruled, code: 'F12', formula: 'a figure is blank on the paper', check: (subject) => marked(subject, 'blank') },
  { ...ruled, code: 'F13', formula: 'a figure is unreadable', check: (subject) => marked(subject, 'unreadable') },
  { ...ruled, code: 'F14', formula: 'typed or answered with a compromised key', check: compromisedKeys },
  { ...aid, code: 'W01', formula: 'rejected ÷ (valid + rejected) > rejectedNote', tolerance: 'rejectedNote', check: (subject) => manyRejected(subject, 'rejectedNote') },
  { ...ruled, code: 'W02', formula: 'rejected ÷ (valid + rejected) > rejectedRuling', tolerance: 'rejectedRuling', check: (subject) => manyRejected(subject, 'rejectedRuling') },
  { ...aid, code: 'W03', formula: '(valid + rejected) ÷ register > turnoutHigh', tolerance: 'turnoutHigh', check: turnoutAbove },
  { ...aid, code: 'W04', formula: '(valid + rejected) ÷ register < turnoutLow', tolerance: 'turnoutLow', check: turnoutBelow },
  { ...aid, code: 'W05', formula: 'one candidate = valid > 50, or one candidate ÷ valid ≥ oneCandidate with valid > 100', tolerance: 'oneCandidate', check: nearlyAllForOne },
  { ...aid, code: 'W06', formula: 'no votes for a candidate with more than missingCandidate of the ward, once 10 of its other stations count', tolerance: 'missingCandidate', looksAt: 'other stations', check: strongInWard },
  { ...aid, code: 'W07', formula: 'the same votes for every candidate as another station, valid > 50', tolerance: 'up to 50', looksAt: 'other stations', check: sameVotes },
  { ...note, code: 'W08', formula: 'a particular of the paper is not as it should be', check: defects },
  { ...note, code: 'W09', formula: 'no scan is attached', check: missingScan },
]; // biome-ignore format: one table
