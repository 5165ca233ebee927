/**
 * The running app: which centre is open, who looks at it, and what the windows have to be told. It knows no Electron; the entry gives
 * it a desktop to work on. There is one office at a time.
 */

import { ok, type Result, refuse } from '../../core/result.ts';
import type { Seen } from '../../core/views/seen.ts';
import { type Centres, openCentres } from '../centres.ts';
import { type Office, type OfficeOptions, openOffice, type Software } from '../office/office.ts';
import { openPreferences, type Preferences } from './preferences.ts';
import type { Surroundings } from './surroundings.ts';

export interface Host {
  readonly software: Software;
  readonly preferences: Preferences;
  readonly surroundings: Surroundings;
  readonly centres: Centres;
  readonly officeOptions: Omit<OfficeOptions, 'onProgress'>;
  /** The open centre, or the refusal R-NO-CENTRE. */
  office(): Result<Office>;
  /** What views are drawn from, for whoever is at the keyboard. */
  seen(): Result<Seen>;
  opening(): { readonly done: number; readonly total: number } | undefined;
  /** Opens a data folder with the full check, in place of the centre that was open. */
  open(folder: string): Promise<Result<Office>>;
  /** Takes a centre that was made just now. */
  take(office: Office): Office;
  /** Locks whoever has left; called every second. */
  tick(): void;
  changed(): void;
  close(): void;
}

export interface HostOptions {
  /** The app's own folder: centres, practice elections and preferences live below it. */
  readonly folder: string;
  readonly surroundings: Surroundings;
  readonly office: Omit<OfficeOptions, 'onProgress'>;
}

export function createHost({ folder, surroundings, office: officeOptions }: HostOptions): Host {
  const centres = openCentres(folder);
  let current: Office | undefined;
  let opening: { done: number; total: number } | undefined;
  const changed = () => surroundings.tellChanged();
  const close = () => {
    current?.close();
    current = undefined;
  };
  const take = (office: Office) => {
    if (current !== office) close();
    current = office;
    centres.setCurrent(office.folder);
    changed();
    return office;
  };
  const open: Host['open'] = async (place) => {
    close();
    opening = { done: 0, total: 0 };
    changed();
    const onProgress = (done: number, total: number) => {
      opening = { done, total };
      changed();
    };
    const opened = await openOffice(place, { ...officeOptions, onProgress });
    opening = undefined;
    if (opened.ok) take(opened.value);
    changed();
    return opened;
  };
  return {
    software: officeOptions.software,
    preferences: openPreferences(folder),
    surroundings,
    centres,
    officeOptions,
    office: () => (current === undefined ? refuse('R-NO-CENTRE') : ok(current)),
    seen: () => (current === undefined ? refuse('R-NO-CENTRE') : ok(seenBy(current))),
    opening: () => opening,
    open,
    take,
    tick: () => {
      const before = current?.unlocked();
      current?.tick();
      if (before !== current?.unlocked()) changed();
    },
    changed,
    close,
  };
}

function seenBy(office: Office): Seen {
  const centre = office.centre();
  const viewer = centre.people.get(office.unlocked() ?? '');
  return { centre, now: office.now(), ...(viewer === undefined ? {} : { viewer }) };
}
