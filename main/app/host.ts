/**
 * The running app: which centre is open, who looks at it, and what the windows have to be told. It knows no Electron; the entry gives
 * it a desktop to work on. There is one office at a time.
 */
import { ok, type Refusal, type Result, refusal, refuse } from '../../core/result.ts';
import type { Seen } from '../../core/views/seen.ts';
import { type Centres, openCentres } from '../centres.ts';
import { type Office, type OfficeOptions, openOffice, type Software } from '../office/office.ts';
import { createLeaving } from './leaving.ts';
import { createOpener, type Progress } from './opener.ts';
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
  opening(): Progress | undefined;
  /** Opens a data folder with the full check, in place of the centre that was open. */
  open(folder: string): Promise<Result<Office>>;
  /** Opens the centre that was open when the app was last left, if there was one. */
  openLast(): Promise<void>;
  /** Why that one could not be opened, until another one is asked for. */
  notOpened(): Refusal | undefined;
  /** Takes a centre that was made just now. */
  take(office: Office): Office;
  /** Locks whoever has left; called every second. */
  tick(): void;
  /** Locks the keyboard at once, as if its owner had left it. */
  lock(): void;
  /** The same, and forgets the session PINs too: the machine is about to sleep. */
  sleep(): void;
  changed(): void;
  /** Whoever keeps something for the person at the keyboard looks, at every change and every second, whether that person is still there. */
  onLook(look: () => void): void;
  /** Whether the app may end now, or first makes a last full copy on the second medium and then calls `quit`. */
  mayLeave(quit: () => void): boolean;
  isLeaving(): boolean;
  /** Ends without waiting for that copy. */
  leaveNow(): void;
  close(): void;
}

export interface HostOptions {
  /** The app's own folder: centres, practice elections and preferences live below it. */
  readonly folder: string;
  readonly surroundings: Surroundings;
  readonly office: Omit<OfficeOptions, 'onProgress'>;
}

/** Milliseconds within which several changes on the second medium are told as one. */
const MEDIUM_TOLD_AFTER = 200;

export function createHost({ folder, surroundings, office: given }: HostOptions): Host {
  const centres = openCentres(folder);
  let current: Office | undefined;
  let notOpened: Refusal | undefined;
  const looking: (() => void)[] = [];
  const look = () => {
    for (const one of looking) one();
  };
  const changed = () => {
    look();
    surroundings.tellChanged();
  };
  const officeOptions = { ...given, onMedium: together(changed) };
  const leaving = createLeaving(() => current, changed);
  const closeCurrent = () => {
    const leaving = current;
    current = undefined;
    leaving?.close();
  };
  const seat = (office: Office) => {
    if (current !== office) closeCurrent();
    current = office;
    notOpened = undefined;
    centres.setCurrent(office.folder);
  };
  const opener = createOpener({
    open: (place, onProgress) => openOffice(place, { ...officeOptions, onProgress }),
    opened: seat,
    changed,
  });
  const close = () => {
    opener.abandon();
    closeCurrent();
    look();
  };
  const open: Host['open'] = (place) => {
    closeCurrent();
    look();
    notOpened = undefined;
    return opener.open(place);
  };
  const openLast = async () => {
    const last = centres.current();
    const opened = last === undefined ? undefined : await open(last);
    if (opened === undefined && centres.isCurrentLost()) notOpened = refusal('E-FILE', 'its folder is not there any more');
    // Whoever asked for another one meanwhile was told about that one.
    if (opened?.ok === false && opened.refusal.code !== 'R-NO-CENTRE') notOpened = opened.refusal;
    changed();
  };
  const take = (office: Office) => {
    opener.abandon();
    seat(office);
    changed();
    return office;
  };
  return {
    software: officeOptions.software,
    preferences: openPreferences(folder),
    surroundings,
    centres,
    officeOptions,
    office: () => (current === undefined ? refuse('R-NO-CENTRE') : ok(current)),
    seen: () => (current === undefined ? refuse('R-NO-CENTRE') : ok(seenBy(current))),
    opening: opener.progress,
    open,
    openLast,
    notOpened: () => notOpened,
    take,
    tick: () => {
      const before = current?.unlocked();
      current?.tick();
      if (before === current?.unlocked()) look();
      else changed();
    },
    lock: () => {
      current?.lock('idle');
      changed();
    },
    sleep: () => {
      current?.sleep();
      changed();
    },
    changed,
    onLook: (one) => void looking.push(one),
    mayLeave: leaving.mayGo,
    isLeaving: leaving.isUnderWay,
    leaveNow: leaving.goNow,
    close,
  };
}

/** A medium changes with every act, twice: windows are told once for all that came within a moment. */
function together(tell: () => void): () => void {
  let isWaiting = false;
  const tellOnce = () => {
    isWaiting = false;
    tell();
  };
  return () => {
    if (!isWaiting) setTimeout(tellOnce, MEDIUM_TOLD_AFTER).unref();
    isWaiting = true;
  };
}

function seenBy(office: Office): Seen {
  const centre = office.centre();
  const viewer = centre.people.get(office.unlocked() ?? '');
  return { centre, now: office.now(), ...(viewer === undefined ? {} : { viewer }) };
}
