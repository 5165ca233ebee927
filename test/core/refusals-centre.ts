/** How the centre as a whole refuses: the journal, the clock, opening, closing, restoring, and acts that need a second official. */
import type { Command } from '../../core/decide.ts';
import { type RefusalCase, refused } from './refusal-case.ts';
import { admitNamed, byTwo, creation, emptyWorld, enrolment, openWorld, staffedWorld, type World } from './world.ts';
import { closingCentre, confirming, NOTE, openingCentre, restoring, withdrawingProposal } from './world-centre.ts';
import { keyOf } from './world-election.ts';
import { bringTo, HERE, REASON, receiving, turnout } from './world-forms.ts';
import { correct, correcting, declare, makeReady, preparing } from './world-summary.ts';

/** The returning officer alone has founded the centre. */
function foundedWorld(): World {
  const world = emptyWorld();
  world.must('ro', creation(world.centre()));
  admitNamed(world, 'ro');
  return world;
}

/** The smallest contest is declared. */
function declaredWorld(): World {
  const world = openWorld();
  declare(world, 'west-ward');
  return world;
}

function createdWith(changes: object): string {
  const world = emptyWorld();
  const command = creation(world.centre());
  return world.tries('ro', { ...command, body: { ...command.body, ...changes } });
}

const centre: readonly RefusalCase[] = [
  refused('R-RESTORE-UNCONFIRMED', 'while a restored backup waits for a second official', () => {
    const world = openWorld();
    const { digest } = world.must('ro', restoring(world));
    const before = world.tries('clerk1', receiving(HERE, '1'));
    world.must('dro', confirming(digest));
    return [before, world.tries('clerk1', receiving(HERE, '1'))];
  }),
  refused('R-RESTORE-UNCONFIRMED', 'for another act that waits for a second official, too', () => {
    const world = declaredWorld();
    const correction = world.must('ro', correcting(world, ['west1'], 'west-ward'));
    const restore = world.must('ro', restoring(world));
    const before = world.tries('dro', confirming(correction.digest));
    world.must('dro', confirming(restore.digest));
    return [before, world.tries('dro', confirming(correction.digest))];
  }),
  refused('R-RESTORE-UNCONFIRMED', 'for withdrawing what else was proposed', () => {
    const world = staffedWorld();
    const proposed = world.must('ro', openingCentre());
    const restore = world.must('ro', restoring(world));
    const before = world.tries('dro', withdrawingProposal(proposed.digest));
    world.must('dro', confirming(restore.digest));
    return [before, world.tries('dro', withdrawingProposal(proposed.digest))];
  }),
  refused('R-CENTRE-NOT-OPEN', 'for work on a form before the centre is opened', () => {
    const world = staffedWorld();
    const before = world.tries('clerk1', receiving(HERE, '1'));
    byTwo(world, openingCentre('ro'));
    return [before, world.tries('clerk1', receiving(HERE, '1'))];
  }),
  refused('R-CENTRE-NOT-OPEN', 'for work on a form after the centre is closed, until it is opened again', () => {
    const world = openWorld();
    for (const contest of world.centre().contests) declare(world, contest);
    byTwo(world, closingCentre(world));
    const closed = world.tries('clerk1', receiving(HERE, '1'));
    byTwo(world, openingCentre());
    return [closed, world.tries('clerk1', receiving(HERE, '1'))];
  }),
  refused('R-CENTRE-NOT-OPEN', 'for anything before the centre is created', () => emptyWorld().tries('ro', NOTE)),
  refused('R-CENTRE-EXISTS', 'when a centre is created a second time', () => {
    const world = staffedWorld();
    return world.tries('ro', creation(world.centre()));
  }),
  refused('R-CENTRE-OPEN', 'when a centre that is open is to be opened', () => openWorld().tries('ro', openingCentre())),
  refused('R-OFFICIALS-TOO-FEW', 'when one official is to open the centre', () => {
    const world = foundedWorld();
    const before = world.tries('ro', openingCentre());
    admitNamed(world, 'dro');
    return [before, world.tries('ro', openingCentre())];
  }),
  refused('R-CLOCK-BACK', 'when an act claims to be earlier than the last one', () => {
    const world = openWorld();
    world.must('ro', NOTE);
    world.wait(-1);
    const before = world.tries('ro', NOTE);
    world.must('device', { kind: 'clock-jumped', body: { from: world.now(), to: world.now() } });
    return [before, world.tries('ro', NOTE)];
  }),
  refused('R-NOT-DECLARED', 'when the centre is to be closed before everything is declared', () => {
    const world = declaredWorld();
    const before = world.tries('ro', closingCentre(world));
    for (const contest of ['president', 'governor']) declare(world, contest);
    return [before, world.tries('ro', closingCentre(world))];
  }),
  refused('R-NOT-DECLARED', 'when the centre is to be closed under a correction', () => {
    const world = openWorld();
    for (const contest of world.centre().contests) declare(world, contest);
    correct(world, ['west1']);
    return world.tries('ro', closingCentre(world));
  }),
  refused('R-NOT-DECLARED', 'when a correction is to be opened of what is not declared', () => {
    const world = openWorld();
    const before = world.tries('ro', correcting(world, ['west1'], 'west-ward'));
    declare(world, 'west-ward');
    return [before, world.tries('ro', correcting(world, ['west1'], 'west-ward'))];
  }),
  refused('R-NOT-DECLARED', 'when a correction is to be opened while a new version is ready', () => {
    const world = declaredWorld();
    correct(world, ['west1'], 'west-ward');
    world.must('ro', preparing('west-ward', REASON));
    return world.tries('ro', correcting(world, ['west2'], 'west-ward'));
  }),
  refused('R-NOT-IN-CONTEST', 'when a paper of a station outside the ward is received', () =>
    openWorld().tries('clerk1', receiving({ contest: 'west-ward', station: 'east1' }, '1')),
  ),
  refused('R-NOT-IN-CONTEST', 'when a contest is named that nobody holds', () => openWorld().tries('ro', preparing('mayor'))),
  refused('R-NOT-IN-CONTEST', 'when a correction names a station outside the ward', () => {
    const world = declaredWorld();
    return world.tries('ro', correcting(world, ['east1'], 'west-ward'));
  }),
  refused('R-NOT-IN-CONTEST', 'when a turnout of an unknown station is recorded', () => openWorld().tries('clerk1', turnout('north1', 1))),
  refused('R-TURNOUT-KNOWN', 'when a clerk records a second turnout from one source', () => {
    const world = openWorld();
    world.must('clerk1', turnout('west1', 100));
    return [world.tries('clerk2', turnout('west1', 101)), world.tries('ro', turnout('west1', 101, 'diary', REASON))];
  }),
  refused('R-CONTENT-WRONG', 'when the digest typed is not that of the definition', () =>
    createdWith({ typedGroups: ['01:ffff', '02:ffff'] }),
  ),
  refused('R-CONTENT-WRONG', 'when one group of the digest is typed twice', () => {
    const [group = ''] = creation(emptyWorld().centre()).body.typedGroups;
    return createdWith({ typedGroups: [group, group] });
  }),
  refused('R-CONTENT-WRONG', 'when the device is to speak with the officer’s key', () => createdWith({ device: keyOf('ro').text })),
  refused('R-CONTENT-WRONG', 'when a reason is longer than 2,000 characters', () => {
    const world = openWorld();
    const note = (length: number) => world.tries('ro', { kind: 'incident-noted', body: { text: 'x'.repeat(length) } });
    return [note(2001), note(2000)];
  }),
  refused('R-CONTENT-WRONG', 'when a text has two spellings', () =>
    openWorld().tries('ro', { kind: 'incident-noted', body: { text: 'e\u0301' } }),
  ),
  refused('R-CONTENT-WRONG', 'when a text would redraw the screen', () =>
    openWorld().tries('ro', { kind: 'incident-noted', body: { text: 'all is well\u001b[2J' } }),
  ),
  refused('R-CONTENT-WRONG', 'when a field is said that the kind does not have', () =>
    openWorld().tries('ro', { kind: 'incident-noted', body: { text: REASON, mood: 'calm' } } as Command),
  ),
];

const proposals: readonly RefusalCase[] = [
  refused('R-NO-PROPOSAL', 'when nothing of that name waits to be confirmed', () => openWorld().tries('dro', confirming('0'.repeat(64)))),
  refused('R-NO-PROPOSAL', 'when what is confirmed was withdrawn', () => {
    const world = staffedWorld();
    const { digest } = world.must('ro', openingCentre());
    const before = world.fork();
    world.must('ro', withdrawingProposal(digest));
    return [world.tries('dro', confirming(digest)), before.tries('dro', confirming(digest))];
  }),
  refused('R-NO-PROPOSAL', 'when nothing of that name is there to be withdrawn', () =>
    openWorld().tries('ro', withdrawingProposal('0'.repeat(64))),
  ),
  refused('R-PROPOSAL-PENDING', 'when the same is proposed while it waits', () => {
    const world = staffedWorld();
    const { digest } = world.must('ro', openingCentre());
    const before = world.tries('dro', openingCentre());
    world.must('dro', withdrawingProposal(digest));
    return [before, world.tries('dro', openingCentre())];
  }),
  refused('R-PROPOSAL-LAPSED', 'when a new version was prepared before the correction was confirmed', () => {
    const world = declaredWorld();
    correct(world, ['west1'], 'west-ward');
    const { digest } = world.must('ro', correcting(world, ['west2'], 'west-ward'));
    const before = world.fork();
    makeReady(world, 'west-ward');
    return [world.tries('dro', confirming(digest)), before.tries('dro', confirming(digest))];
  }),
  refused('R-PROPOSAL-LAPSED', 'when the centre was closed before the correction was confirmed', () => {
    const world = openWorld();
    for (const contest of world.centre().contests) declare(world, contest);
    const { digest } = world.must('ro', correcting(world, ['west2']));
    const before = world.fork();
    byTwo(world, closingCentre(world));
    return [world.tries('dro', confirming(digest)), before.tries('dro', confirming(digest))];
  }),
  refused('R-SECOND-SAME-PERSON', 'when the proposer confirms', () => {
    const world = staffedWorld();
    const { digest } = world.must('dro', openingCentre());
    return [world.tries('dro', confirming(digest)), world.tries('ro', confirming(digest))];
  }),
  refused('R-SECOND-SAME-PERSON', 'when the proposer would go alone where the definition never allows it', () => {
    const world = staffedWorld({ soloMinutes: 0 });
    const { digest } = world.must('ro', openingCentre());
    world.wait(600);
    return world.tries('ro', confirming(digest, REASON));
  }),
  refused('R-TOO-EARLY', 'when the proposer would go alone before the time', () => {
    const world = staffedWorld();
    const { digest } = world.must('ro', openingCentre());
    world.wait(59.999);
    const before = world.tries('ro', confirming(digest, REASON));
    world.wait(0.001);
    return [before, world.tries('ro', confirming(digest, REASON))];
  }),
  refused('R-REASON-MISSING', 'when the proposer goes alone without saying why', () => {
    const world = staffedWorld();
    const { digest } = world.must('ro', openingCentre());
    world.wait(60);
    return [world.tries('ro', confirming(digest, ' ')), world.tries('ro', confirming(digest, REASON))];
  }),
];

const standing: readonly RefusalCase[] = [
  refused('R-ROLE', 'when somebody speaks who was not admitted', () => openWorld({}, ['clerk4']).tries('clerk4', receiving(HERE, '1'))),
  refused('R-ROLE', 'when somebody speaks in another’s role', () => openWorld().tries('clerk1', NOTE, { role: 'ro' })),
  refused('R-ROLE', 'when the role has no row for the act', () => {
    const world = openWorld();
    return world.tries('red', receiving(HERE, '1'));
  }),
  refused('R-KEY-REVOKED', 'when the device of the epoch before speaks', () => {
    const world = openWorld();
    byTwo(world, restoring(world));
    const started = { kind: 'app-stopped', body: {} } as const;
    return [world.tries('device', started, { key: 'device' }), world.tries('device', started)];
  }),
  refused('R-PERSON-UNKNOWN', 'when somebody is present at the opening who was not admitted', () =>
    staffedWorld({}, ['clerk4']).tries('ro', openingCentre('clerk4')),
  ),
  refused('R-PERSON-UNKNOWN', 'when an unlock fails for a name that nobody has', () =>
    openWorld().tries('device', { kind: 'unlock-failed', body: { person: 'nobody', failures: 1 } }),
  ),
  refused('R-KEY-NOT-NAMED', 'when the officer creates the centre with another key than the one the definition names', () => {
    const officials = openWorld().centre().definition.content.officials;
    const named = officials.map((one) => (one.id === 'ro' ? { ...one, key: keyOf('issued to ro').text } : one));
    const world = emptyWorld({ officials: named });
    return world.tries('ro', creation(world.centre()));
  }),
  refused('R-KEY-NOT-NAMED', 'when somebody enrols with another key than the one the definition names', () => {
    const officials = openWorld().centre().definition.content.officials;
    const named = officials.map((one) => (one.id === 'clerk1' ? { ...one, key: keyOf('issued to clerk1').text } : one));
    const world = staffedWorld({ officials: named }, ['clerk1']);
    const enrol = (key: string) => world.tries('clerk1', enrolment(world.centre(), 'clerk1', key), { key });
    return [enrol('clerk1'), enrol('issued to clerk1')];
  }),
  refused('R-FORM-UNKNOWN', 'when a form is named that was never received', () => {
    const world = openWorld();
    const command = { kind: 'form-opened', body: { form: 'president.west1.1' } } as const;
    const before = world.tries('ro', command);
    bringTo(world, 'agreed');
    return [before, world.tries('ro', command)];
  }),
];

export const CENTRE_REFUSALS: readonly RefusalCase[] = [...centre, ...proposals, ...standing];
