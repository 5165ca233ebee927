/** Plays a pair of acts on one form: a person does the first, others do what lies between, the same person tries the second. */
import type { Role } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { unruledFindings } from '../../core/findings.ts';
import type { StageName } from '../../core/transitions.ts';
import type { Deed } from './separation-table.ts';
import { openWorld, signIn, type World } from './world.ts';
import {
  AGREE,
  accepting,
  amending,
  bringingBack,
  closing,
  entry,
  formIn,
  HERE,
  OBJECT,
  opening,
  owedOn,
  REASON,
  reading,
  receiving,
  remark,
  reopening,
  ruling,
  scanning,
  settingAside,
  signing,
  stageIn,
} from './world-forms.ts';
import { paper } from './world-papers.ts';

/** Line 3 cannot be read, so it may be read further or ruled; line 4 is blank, so it has to be ruled. */
const FIGURES = { objected: 'unreadable', disputed: 'blank' } as const;
const NOWHERE = '0'.repeat(64);

export interface Scene {
  readonly world: World;
  readonly form: string;
  /** Who does both. */
  readonly self: string;
  readonly role: Role;
}

/** Who plays each role in the pair, and who helps: never the same person. */
const SELF: Readonly<Record<Role, string>> = { ro: 'ro', dro: 'dro', clerk: 'clerk1', agent: 'red', device: 'device' };
const helperOf = ({ self }: Scene) => (self === 'ro' ? 'dro' : 'ro');

/** A centre with one paper received, by this person where that is what was done. */
export function sceneFor(role: Role, done: Deed): Scene {
  const world = openWorld();
  signIn(world, 'red', 'blue');
  const self = SELF[role];
  const receiver = done === 'receiving' && role !== 'agent' && role !== 'device' ? self : 'clerk4';
  world.must(receiver, receiving(HERE, 'the paper'));
  return { world, form: `${HERE.contest}.${HERE.station}.1`, self, role };
}

/** In which stage each act is due; the first that fits is taken. A ruling is due later again, on what arose. */
const DUE: Readonly<Record<Deed, readonly StageName[]>> = {
  receiving: ['received', 'entered-once', 'differing', 'agreed', 'open', 'accepted', 'set-aside'],
  amending: ['received', 'entered-once', 'agreed'],
  scan: ['received', 'entered-once', 'agreed', 'open', 'accepted', 'set-aside'],
  'entry 1': ['received'],
  'entry 2': ['entered-once'],
  reading: ['agreed'],
  ruling: ['agreed', 'open', 'accepted'],
  opening: ['agreed'],
  answering: ['open'],
  closing: ['open'],
  accepting: ['open'],
  remark: ['accepted'],
  reopening: ['entered-once', 'agreed', 'open', 'accepted'],
  'setting aside': ['received', 'entered-once', 'agreed'],
  'bringing back': ['set-aside'],
};

/** Others bring the form to where the act is due; where the revision has gone past that, they leave it where it is. */
export function bringToDue(scene: Scene, deed: Deed): void {
  for (let steps = 0; steps < 12 && !isDue(scene, deed) && mayStillBeDue(scene, deed); steps += 1) if (!helpOn(scene, deed)) return;
}

/** How far on each stage is. What was set aside may be brought back to anything before the opening. */
const FURTHER: Readonly<Record<StageName, number>> = {
  received: 0,
  'set-aside': 0,
  'entered-once': 1,
  differing: 2,
  agreed: 3,
  open: 4,
  accepted: 5,
};

function mayStillBeDue({ world, form }: Scene, deed: Deed): boolean {
  const stage = stageIn(world, form);
  if (deed === 'bringing back') return FURTHER[stage] <= FURTHER.agreed;
  return stage === 'set-aside' || DUE[deed].some((due) => FURTHER[due] >= FURTHER[stage]);
}

function isDue({ world, form }: Scene, deed: Deed): boolean {
  const stage = stageIn(world, form);
  if (!DUE[deed].includes(stage)) return false;
  if (deed === 'opening') return unruledFindings(world.centre(), formIn(world, form)).length === 0;
  if (deed === 'accepting') return owedOn(world, form).length === 0 && unruledFindings(world.centre(), formIn(world, form)).length === 0;
  return true;
}

/** One step by somebody else; answers whether there was one. */
function helpOn(scene: Scene, deed: Deed): boolean {
  const { world, form } = scene;
  const helper = helperOf(scene);
  const clerks = ['clerk2', 'clerk3', 'clerk4'];
  switch (stageIn(world, form)) {
    case 'set-aside':
      return world.does(helper, bringingBack(form)).ok;
    case 'received':
    case 'entered-once':
      if (deed === 'bringing back') return world.does(helper, settingAside(form)).ok;
      return clerks.some((clerk) => world.does(clerk, entry(form, paper(world.centre(), HERE, FIGURES))).ok);
    case 'differing':
      return false;
    case 'agreed':
      if (deed === 'bringing back') return world.does(helper, settingAside(form)).ok;
      return ruleOne(scene) || world.does('clerk4', opening(form)).ok;
    case 'open':
      return ruleOne(scene) || settleOne(scene) || (deed === 'remark' && world.does(helper, accepting(world, form, REASON)).ok);
    case 'accepted':
      return false;
  }
}

function ruleOne(scene: Scene): boolean {
  const { world, form } = scene;
  const [unruled] = unruledFindings(world.centre(), formIn(world, form));
  return unruled !== undefined && world.does(helperOf(scene), ruling(world, form, unruled.code)).ok;
}

/** Somebody who owes an answer gives it. */
function settleOne({ world, form }: Scene): boolean {
  const [owing] = owedOn(world, form);
  return owing !== undefined && world.does(owing, signing(world, form)).ok;
}

/** The act, as it would be allowed now to somebody whom nothing bars. */
export function commandFor({ world, form }: Scene, deed: Deed): Command {
  const { stage, revision } = formIn(world, form);
  const isOpened = 'asking' in stage;
  switch (deed) {
    case 'receiving':
      return receiving(HERE, `another paper ${world.centre().size}`);
    case 'amending':
      return amending(form, `serial ${world.centre().size}`);
    case 'scan':
      return scanning(form);
    case 'entry 1':
    case 'entry 2':
      return entry(form, paper(world.centre(), HERE, FIGURES));
    case 'reading':
      return reading(world, form, { objected: 7 });
    case 'ruling':
      return rulingDue(world, form);
    case 'opening':
      return opening(form);
    case 'answering':
      return isOpened ? signing(world, form, wordDue(world, form)) : { kind: 'signoff-given', body: { form, ...NOTHING_SEEN, ...AGREE } };
    case 'closing':
      return closing(form, isOpened ? (owedOn(world, form)[0] ?? 'blue') : 'blue');
    case 'accepting':
      return accepting(world, form, REASON);
    case 'remark':
      return isOpened ? remark(world, form, 'agree') : { kind: 'late-remark', body: { form, revision, subject: NOWHERE, stance: 'agree' } };
    case 'reopening':
      return reopening(form, 'none');
    case 'setting aside':
      return settingAside(form);
    case 'bringing back':
      return bringingBack(form);
  }
}

const NOTHING_SEEN = { subject: NOWHERE, figures: {}, findings: [], scans: [] };

/** The first finding without a ruling; where all are ruled, another paper has come, on which the form's F09 arises anew. */
function rulingDue(world: World, form: string): Command {
  const unruled = () => unruledFindings(world.centre(), formIn(world, form))[0];
  if (unruled() === undefined) world.must('clerk4', receiving(HERE, `a later paper ${world.centre().size}`));
  return ruling(world, form, unruled()?.code ?? 'F09');
}

/** Another word than stands already: the same again is refused for its own reason. */
function wordDue(world: World, form: string) {
  const { stage } = formIn(world, form);
  const answers = 'asking' in stage ? stage.asking.answers : [];
  return answers.at(-1)?.choice === 'agree' ? OBJECT : AGREE;
}
