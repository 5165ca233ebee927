/**
 * Bundles laid side by side. Two journals that claim one contest cannot both be right, nor two histories of one journal, so neither
 * is accepted. And what one
 * contest's bundle hides must be shown by the bundle of another contest of the same journal: an entry that all of them hide was
 * withheld from everybody.
 */
import type { Check } from './checks.ts';
import type { Verification } from './verify.ts';
import type { JournalView } from './verify-journal.ts';

/** The same verifications, failed where the bundles contradict each other. */
export function judgeTogether(verifications: readonly Verification[]): readonly Verification[] {
  return verifications.map((one) => {
    const fault = rivalOf(one, verifications) ?? forkOf(one, verifications) ?? withheldFrom(one, verifications);
    return fault === undefined ? one : failed(one, fault);
  });
}

function rivalOf({ manifest }: Verification, all: readonly Verification[]): string | undefined {
  const rival = all.find(({ manifest: other }) => {
    const isSameContest = other?.election === manifest?.election && other?.contest === manifest?.contest;
    return manifest !== undefined && isSameContest && other?.journal !== manifest.journal;
  });
  return rival === undefined ? undefined : `another journal claims the same contest: ${rival.manifest?.journal.slice(0, 16)}…`;
}

/** One journal cannot have two histories: where both reach, their heads are the same. */
function forkOf({ view }: Verification, all: readonly Verification[]): string | undefined {
  for (const { view: other } of all) {
    if (view === undefined || other === undefined || other.journal !== view.journal) continue;
    const shared = Math.min(view.size, other.size);
    if (view.rootAt(shared) !== other.rootAt(shared))
      return `another bundle here has another history of this journal, within ${shared} entries`;
  }
  return undefined;
}

/** Only where the bundles of all contests of the journal are here can it be said that nobody shows an entry. */
function withheldFrom({ view, manifest }: Verification, all: readonly Verification[]): string | undefined {
  if (view === undefined || manifest === undefined) return undefined;
  const others = all.filter((other) => other.view?.journal === view.journal && other.manifest?.contest !== manifest.contest);
  const here = new Set([manifest.contest, ...others.map((other) => other.manifest?.contest)]);
  if (view.contests.some((contest) => !here.has(contest))) return undefined;
  const views = others.flatMap((other) => other.view ?? []);
  const withheld = [...view.hidden].find((seq) => views.every((other) => !shows(other, seq)) && views.every((other) => seq < other.size));
  return withheld === undefined ? undefined : `seq ${withheld}: hidden here, and no other contest's bundle shows it as its own`;
}

function shows(view: JournalView, seq: number): boolean {
  return view.concerned.has(seq);
}

function failed(verification: Verification, detail: string): Verification {
  const check: Check = { name: 'journal', status: 'failed', detail };
  const checks = verification.checks.map((known) => (known.name === 'journal' && known.status !== 'failed' ? check : known));
  return { ...verification, verdict: 'failed', checks };
}
