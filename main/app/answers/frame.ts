/** Answers what stands around every room, and carries out what is set there. */
import type { Frame, FrameAnswers, frameAsks } from '../../../core/contract/frame.ts';
import { ok } from '../../../core/result.ts';
import { framePerson, frameView } from '../../../core/views/frame.ts';
import { mediumInstrument } from '../../../core/views/medium.ts';
import type { Seen } from '../../../core/views/seen.ts';
import { practiceWords } from '../../practice/practice-words.ts';
import type { Host } from '../host.ts';
import type { Whose } from '../preferences.ts';
import type { HandlersOf } from './handlers.ts';
import { standingOf } from './medium.ts';

export function frameHandlers(host: Host): HandlersOf<typeof frameAsks, FrameAnswers> {
  const { preferences, surroundings } = host;
  return {
    frame: () => ok(frameOf(host)),
    prefer: ({ language, theme }) => {
      const seen = host.seen();
      if (language !== undefined) preferences.setLanguage(language, seen.ok ? whoseOf(seen.value) : undefined);
      if (theme !== undefined) preferences.setTheme(theme);
      host.changed();
      return ok(undefined);
    },
    openWall: () => {
      surroundings.openWindow('wall');
      return ok(undefined);
    },
    closeWall: () => {
      surroundings.closeWindow('wall');
      return ok(undefined);
    },
    leaveNow: () => {
      host.leaveNow();
      return ok(undefined);
    },
    activity: () => {
      const office = host.office();
      if (office.ok) office.value.touch();
      return ok(undefined);
    },
    lock: () => {
      const office = host.office();
      if (office.ok) office.value.lock();
      host.changed();
      return ok(undefined);
    },
    noteIncident: ({ text }) => {
      const office = host.office();
      if (!office.ok) return office;
      const noted = office.value.perform([{ kind: 'incident-noted', body: { text } }]);
      host.changed();
      return noted.ok ? ok(undefined) : noted;
    },
  };
}

/** A person is one of this centre: the clerk C1 of another election is somebody else. */
function whoseOf({ centre, viewer }: Seen): Whose | undefined {
  return viewer === undefined ? undefined : { centre: centre.definition.digest, person: viewer.id };
}

function frameOf(host: Host): Frame {
  const office = host.office();
  const seen = host.seen();
  const opening = host.opening();
  const notOpened = host.notOpened();
  const viewer = seen.ok ? seen.value.viewer : undefined;
  const common = {
    version: host.software.version,
    at: office.ok ? office.value.now() : new Date().toISOString(),
    language: host.preferences.language(seen.ok ? whoseOf(seen.value) : undefined),
    theme: host.preferences.theme(),
    ...(opening === undefined ? {} : { opening }),
    ...(notOpened === undefined ? {} : { notOpened }),
    ...(host.isLeaving() ? { leaving: true as const } : {}),
  };
  if (!office.ok || !seen.ok) return common;
  const { whyReadOnly, device, folder, now, secondMedium, awaitedRestore } = office.value;
  const words = practiceWords(folder);
  const restore = awaitedRestore()?.stage;
  return {
    ...common,
    centre: frameView(seen.value),
    head: office.value.head().root,
    medium: mediumInstrument(standingOf(secondMedium()), now(), words === undefined),
    ...(host.preferences.isWithoutMedium(seen.value.centre.definition.digest) ? { withoutMedium: true as const } : {}),
    ...(restore === undefined ? {} : { restore }),
    ...(viewer === undefined ? {} : { person: framePerson(seen.value, viewer) }),
    ...(words === undefined ? {} : { practiceWords: words }),
    ...(whyReadOnly === undefined ? {} : { readOnly: whyReadOnly }),
    ...(whyReadOnly === undefined || whyReadOnly !== device.fault ? {} : { withoutDeviceKey: true as const }),
  };
}
