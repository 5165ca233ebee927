/** Which room stands at which place of the address. */
import type { ComponentType } from 'react';
import type { Frame } from '../../core/contract/frame.ts';
import { BoardRoom } from '../board/BoardRoom.tsx';
import { DeclareRoom } from '../declare/DeclareRoom.tsx';
import { DifferencesRoom } from '../differences/DifferencesRoom.tsx';
import { EntryRoom } from '../entry/EntryRoom.tsx';
import { PracticeRoom } from '../help/PracticeRoom.tsx';
import { JournalRoom } from '../journal/JournalRoom.tsx';
import { PeopleRoom } from '../people/PeopleRoom.tsx';
import { ReceiveRoom } from '../receive/ReceiveRoom.tsx';
import { RulingsRoom } from '../rulings/RulingsRoom.tsx';
import { SetupRoom } from '../setup/SetupRoom.tsx';
import { AgentRoom } from '../sign/AgentRoom.tsx';
import { FormRoom } from '../sign/FormRoom.tsx';
import { HandRoom } from '../sign/HandRoom.tsx';
import { SignRoom } from '../sign/SignRoom.tsx';
import { TurnRoom } from '../sign/TurnRoom.tsx';
import { StationRoom } from '../station/StationRoom.tsx';
import { UnlockRoom } from '../unlock/UnlockRoom.tsx';
import { VerifyRoom } from '../verify/VerifyRoom.tsx';

export interface RoomProps {
  readonly frame: Frame;
  readonly parameters: Readonly<Record<string, string>>;
}
interface RoomRoute {
  readonly path: string;
  readonly Room: ComponentType<RoomProps>;
  readonly needsCentre: boolean;
}

export const ROUTES: readonly RoomRoute[] = [
  { path: '/board/:contest?', Room: BoardRoom, needsCentre: true },
  { path: '/station/:contest/:station', Room: StationRoom, needsCentre: true },
  { path: '/receive/:station?', Room: ReceiveRoom, needsCentre: true },
  { path: '/journal', Room: JournalRoom, needsCentre: true },
  { path: '/verify', Room: VerifyRoom, needsCentre: false },
  { path: '/practice', Room: PracticeRoom, needsCentre: true },
  { path: '/entry/:form?', Room: EntryRoom, needsCentre: true },
  { path: '/declare/:contest?/:page?', Room: DeclareRoom, needsCentre: true },
  { path: '/differences/:form?', Room: DifferencesRoom, needsCentre: true },
  { path: '/rulings/:form?', Room: RulingsRoom, needsCentre: true },
  { path: '/sign', Room: SignRoom, needsCentre: true },
  { path: '/sign/form/:form', Room: FormRoom, needsCentre: true },
  { path: '/sign/agent', Room: AgentRoom, needsCentre: true },
  { path: '/sign/agent/turn/:form/:host', Room: TurnRoom, needsCentre: true },
  { path: '/sign/agent/hand/:form/:host', Room: HandRoom, needsCentre: true },
  { path: '/unlock/:person?', Room: UnlockRoom, needsCentre: true },
  { path: '/people', Room: PeopleRoom, needsCentre: true },
  { path: '/setup/:page?', Room: SetupRoom, needsCentre: false },
];
