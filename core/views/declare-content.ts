/**
 * The summary that the room shows of a contest: frozen where a version is ready or declared, else as it would be prepared now. What
 * clerks are typing again after a reopening is left out for them and for nobody at the keyboard, in whichever version it once stood.
 */
import { isOfficial } from '../roles.ts';
import { type Centre, contestStateOf, formOf, resultOf, type Version } from '../state.ts';
import { type SummaryContent, summarise } from '../summary.ts';
import type { Seen } from './seen.ts';

export function contentOf(centre: Centre, contest: string): SummaryContent {
  const shown = versionShown(centre, contest);
  if (shown !== undefined) return shown.content;
  const { declared, lastNumber } = contestStateOf(centre, contest);
  const version = declared === undefined ? 0 : lastNumber + 1;
  return summarise(centre, contest, { version, at: centre.at, head: { size: centre.size, root: '' } });
}

/** The version that the room shows: ready for signing, or declared and not being corrected. */
export function versionShown(centre: Centre, contest: string): Version | undefined {
  const { ready, declared, correction } = contestStateOf(centre, contest);
  return ready ?? (correction === undefined ? declared : undefined);
}

/** Whether this viewer must not see what earlier versions say of a station: its paper is being typed again, blind. */
export function hiddenFrom({ centre, viewer }: Seen, contest: string): (station: string) => boolean {
  if (viewer !== undefined && (isOfficial(viewer.role) || viewer.role === 'agent')) return () => false;
  const typing: readonly string[] = ['received', 'entered-once', 'differing'];
  return (station) => resultOf(centre, contest, station).forms.some((id) => typing.includes(formOf(centre, id).stage.stage));
}
