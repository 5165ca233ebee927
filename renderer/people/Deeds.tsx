/** The dialog of the deed that was begun, and what follows from it: an agent who has signed out gets a receipt at once. */
import type { PeopleView } from '../../core/views/people.ts';
import { CertificatesDialog } from '../papers/CertificatesDialog.tsx';
import { useBarred } from '../parts/barred.ts';
import { PinDialog } from '../unlock/PinDialog.tsx';
import { AdmitDialog } from './AdmitDialog.tsx';
import type { Deed } from './actions.ts';
import { EnrolDialog } from './EnrolDialog.tsx';
import { CloseCentreDialog, OpenCentreDialog } from './OpenCentreDialog.tsx';
import { PersonActDialog } from './PersonActDialog.tsx';
import { ProposalDialog } from './ProposalDialog.tsx';
import { ReplaceKeyDialog } from './ReplaceKeyDialog.tsx';
import { ReturnKeyDialog } from './ReturnKeyDialog.tsx';
import { RolesDialog } from './RolesDialog.tsx';

export interface DeedsProps {
  readonly deed: Deed;
  readonly view: PeopleView;
  /** With the agent who has signed out, if that is what was done. */
  readonly onDone: (signedOut?: string) => void;
  readonly onEnrolled: (person: string) => void;
}

export function Deeds({ deed, view, onDone, onEnrolled }: DeedsProps) {
  const shortOf = useBarred('people');
  const leave = () => onDone();
  const enrolled = (person: string) => {
    onEnrolled(person);
    leave();
  };
  switch (deed.is) {
    case 'act': {
      const { act, person } = deed;
      const signed = () => onDone(act === 'agent-signed-out' || act === 'accreditation-ended' ? person.id : undefined);
      return <PersonActDialog act={act} row={person} barred={shortOf(person.acts[act]?.barred)} onSigned={signed} onLeave={leave} />;
    }
    case 'enrol':
      return <EnrolDialog known={deed.person} onDone={enrolled} onLeave={leave} />;
    case 'new-key':
      return <EnrolDialog known={{ ...deed.person, isKeyNamed: false }} onDone={enrolled} onLeave={leave} />;
    case 'enrol-new':
      return <EnrolDialog taken={[...view.agents, ...view.staff].map(({ id }) => id)} onDone={enrolled} onLeave={leave} />;
    case 'admit':
      return <AdmitDialog row={deed.person} parties={view.parties} onDone={leave} />;
    case 'replace':
      return <ReplaceKeyDialog row={deed.person} onDone={leave} />;
    case 'return':
      return <ReturnKeyDialog holder={deed.person} onDone={leave} />;
    case 'open':
      return <OpenCentreDialog onDone={leave} />;
    case 'close':
      return <CloseCentreDialog contests={view.closing.contests} barred={shortOf(view.closing.barred)} onDone={leave} />;
    case 'certificates':
      return <CertificatesDialog isClosed={view.phase === 'closed'} onLeave={leave} />;
    case 'pin':
      return <PinDialog onDone={leave} />;
    case 'roles':
      return <RolesDialog onLeave={leave} />;
    case 'proposal':
      return <ProposalDialog deed={deed.deed} proposal={deed.proposal} onDone={leave} />;
    case 'hand-over':
    case 'take':
    case 'certify':
      return null;
  }
}
