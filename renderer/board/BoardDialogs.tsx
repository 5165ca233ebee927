/** Which contest, and which of its stations: two small questions above the board. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import type { BoardContest, BoardView } from '../../core/views/board.ts';
import { STANDINGS, type StandingName } from '../../core/views/standing.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Choice } from '../parts/Field.tsx';
import { EVERYTHING, type Listing } from './listed.ts';

export interface ContestDialogProps {
  readonly frame: Frame;
  readonly contests: BoardView['contests'];
  readonly shown: string;
  readonly onChoose: (contest: string) => void;
  readonly onLeave: () => void;
}

/** Every contest with how far it is. */
export function ContestDialog({ frame, contests, shown, onChoose, onLeave }: ContestDialogProps) {
  const { t } = useTranslation(['board', 'terms']);
  const [chosen, setChosen] = useState(shown);
  const show = () => {
    onChoose(chosen);
    onLeave();
  };
  const options = contests.map(({ id, forms, stations }) => {
    const { title = id, state = 'provisional' } = frame.centre?.contests.find((contest) => contest.id === id) ?? {};
    const words = t(`terms:summary.${state === 'correction' ? 'under-correction' : state}`);
    return { value: id, words: `${title}: ${t('board:contestAbout', { forms, stations, state: words })}` };
  });
  return (
    <Dialog title={t('board:contests')} onLeave={onLeave} actions={<Close onPress={show} words={t('board:show')} />}>
      <Choice label={t('board:contest')} value={chosen} options={options} onChange={setChosen} />
    </Dialog>
  );
}

/** Enter goes on with what is chosen, wherever the focus is. */
function Close({ words, onPress }: { readonly words: string; readonly onPress: () => void }) {
  return (
    <Button keys="Enter" look="main" onPress={onPress}>
      {words}
    </Button>
  );
}

const ALL = 'all';

export interface FilterDialogProps {
  readonly shown: BoardContest;
  readonly listing: Listing;
  readonly onChange: (listing: Listing) => void;
  readonly onLeave: () => void;
}

export function FilterDialog({ shown, listing, onChange, onLeave }: FilterDialogProps) {
  const { t } = useTranslation('board');
  const [ward, setWard] = useState(listing.ward ?? ALL);
  const [standing, setStanding] = useState<StandingName | typeof ALL>(listing.standing ?? ALL);
  const present = STANDINGS.filter((name) => shown.stages.some((stage) => stage.name === name && stage.stations > 0));
  const wards = shown.wards.map(({ code, name }) => ({ value: code, words: name }));
  const standings = present.map((name) => ({ value: name, words: t(`states.${name}`) }));
  const apply = () => {
    onChange({ text: listing.text, ...(ward === ALL ? {} : { ward }), ...(standing === ALL ? {} : { standing }) });
    onLeave();
  };
  return (
    <Dialog
      title={t('filterTitle')}
      onLeave={onLeave}
      actions={
        <>
          <Button
            keys="Delete"
            onPress={() => {
              onChange(EVERYTHING);
              onLeave();
            }}
          >
            {t('wholeList')}
          </Button>
          <Close onPress={apply} words={t('apply')} />
        </>
      }
    >
      <Choice label={t('ward')} value={ward} options={[{ value: ALL, words: t('allWards') }, ...wards]} onChange={setWard} />
      <Choice
        label={t('state')}
        value={standing}
        options={[{ value: ALL, words: t('allStates') }, ...standings]}
        onChange={(value) => setStanding(value)}
      />
    </Dialog>
  );
}
