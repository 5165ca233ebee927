/** What can be done at the foot of the room: what belongs to the state the contest is in, and nothing else. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { DeclareShown } from '../../core/contract/declare.ts';
import type { DeclareContest } from '../../core/views/declare.ts';
import type { FramePerson } from '../../core/views/frame.ts';
import { ask } from '../office/ask.ts';
import { Button } from '../parts/Button.tsx';
import { useBarred } from '../parts/barred.ts';
import { showTime } from '../parts/figures.ts';
import type { DialogName } from './Dialogs.tsx';

const MAIN = { look: 'main' } as const;

interface ActionsProps {
  readonly shown: DeclareShown;
  readonly contest: DeclareContest;
  readonly onOpen: (name: DialogName) => void;
}

export interface DeclareActionsProps extends ActionsProps {
  readonly isOfficial: boolean;
  readonly role: FramePerson['role'] | undefined;
}

export function DeclareActions({ shown, contest, isOfficial, role, onOpen }: DeclareActionsProps) {
  const { t } = useTranslation('declare');
  const barredWords = useBarred('declare');
  const { ready, declared, correction, proposed, own, outstanding, closed, agents, barred } = contest;
  const mayMark = role === 'agent' ? own?.answer !== undefined : isOfficial && hasSigned(contest, shown);
  const isUnderWay = ready === undefined && (declared === undefined || correction !== undefined);
  return (
    <>
      {!isOfficial ? null : (
        <>
          {isUnderWay && outstanding.some(({ isClosable }) => isClosable) ? (
            <Button keys="C" onPress={() => onOpen('close')}>
              {t('closeStations')}
            </Button>
          ) : null}
          {isUnderWay && closed.length > 0 ? (
            <Button keys="R" onPress={() => onOpen('reopen')}>
              {t('reopenStations')}
            </Button>
          ) : null}
          {agents.some(({ owes }) => owes) ? (
            <Button keys="N" onPress={() => onOpen('no-response')}>
              {t('noResponse')}
            </Button>
          ) : null}
          {ready === undefined ? null : (
            <Button keys="W" onPress={() => onOpen('withdraw')}>
              {t('withdraw')}
            </Button>
          )}
          {proposed === undefined ? null : (
            <>
              <Button keys="B" onPress={() => onOpen('confirm')}>
                {t(proposed.isOwn ? 'confirmAlone' : 'confirm')}
              </Button>
              <Button keys="Delete" onPress={() => onOpen('withdraw-proposal')}>
                {t('withdrawProposal')}
              </Button>
            </>
          )}
          {declared === undefined || ready !== undefined || proposed !== undefined ? null : (
            <Button keys="K" onPress={() => onOpen('correct')} barred={barredWords(barred.correct)}>
              {t('correct')}
            </Button>
          )}
          <Button keys="X" onPress={() => onOpen('export')}>
            {t('export')}
          </Button>
        </>
      )}
      {mayMark ? (
        <Button keys="M" onPress={() => onOpen('mark')}>
          {t(shown.hasMark ? 'markAgain' : 'markDraw')}
        </Button>
      ) : null}
    </>
  );
}

/** The view bars signing with this code exactly for whoever signed the version that is ready. */
function hasSigned({ barred, ready }: DeclareContest, shown: DeclareShown): boolean {
  return shown.hasMark || (ready !== undefined && barred.sign?.code === 'R-SIGNED-ALREADY');
}

/** The next step of the way: prepare, then sign, then declare. */
export function DeclareFinish({ shown, contest, onOpen }: ActionsProps) {
  const { t } = useTranslation('declare');
  const [, go] = useLocation();
  const barredWords = useBarred('declare');
  const { ready, declared, correction, barred, signatures } = contest;
  if (ready !== undefined) {
    const next = signatures.find(({ at }) => at === undefined);
    const signed = signatures.filter(({ at }) => at !== undefined).length;
    const handOver = () =>
      void ask('lock', {}).then(() => go(next === undefined ? '/unlock' : `/unlock/${encodeURIComponent(next.person)}`));
    return (
      <>
        {signed < 2 && barred.sign?.code === 'R-SIGNED-ALREADY' ? (
          <Button keys="U" onPress={handOver}>
            {t('handOver')}
          </Button>
        ) : null}
        {signed >= 2 || barred.sign?.code === 'R-SIGNED-ALREADY' ? null : (
          <Button keys="S" {...(barred.sign === undefined ? MAIN : {})} onPress={() => onOpen('sign')} barred={barredWords(barred.sign)}>
            {t('signVersion', { version: ready.number })}
          </Button>
        )}
        <FinishButton contest={contest} onOpen={onOpen} />
      </>
    );
  }
  if (declared !== undefined && correction === undefined) return null;
  return (
    <Button
      keys="Shift+Enter"
      look="main"
      onPress={() => onOpen('prepare')}
      barred={shown.twice?.isEqual === false ? t('twiceDiffer') : preparing()}
    >
      {t('prepare')}
    </Button>
  );

  function preparing(): string | undefined {
    const { prepare } = barred;
    const { counts, stations, outstanding } = contest;
    if (prepare?.code === 'R-RESULT-OUTSTANDING')
      return t('stationsOutstanding', { number: counts.awaited + counts.inHand, total: stations });
    if (prepare !== undefined && WAITS_FOR_PAPERS.includes(prepare.code)) return t('papersOutstanding', { number: outstanding.length });
    return barredWords(prepare);
  }
}

/** Papers in the list beside the button have to be settled first. */
const WAITS_FOR_PAPERS: readonly string[] = ['R-FORM-UNFINISHED', 'R-FINDING-UNRULED', 'R-RULING-LAPSED'];

function FinishButton({ contest, onOpen }: Pick<ActionsProps, 'contest' | 'onOpen'>) {
  const { t } = useTranslation('declare');
  const barredWords = useBarred('declare');
  const { barred, word, alone, agents, signatures } = contest;
  const owing = agents.filter(({ owes }) => owes).length;
  const signed = signatures.filter(({ at }) => at !== undefined).length;
  const why = () => {
    const { declare } = barred;
    if (declare?.code === 'R-OUTCOME-MISSING') return t('agentsOwe', { number: owing, total: agents.length });
    if (declare?.code !== 'R-TWO-OFFICIALS') return barredWords(declare);
    // One who signed may go on alone where the definition allows it: the dialog says from when.
    if (alone?.may !== 'from') return t('signedOf', { number: signed });
    if (!alone.isNow) return t('signedOfAlone', { number: signed, time: showTime(alone.at) });
    return owing === 0 ? undefined : t('agentsOwe', { number: owing, total: agents.length });
  };
  const barredWhy = why();
  return (
    <Button keys="Shift+Enter" {...(barredWhy === undefined ? MAIN : {})} onPress={() => onOpen('declare')} barred={barredWhy}>
      {t(`finish_${word}`)}
    </Button>
  );
}
