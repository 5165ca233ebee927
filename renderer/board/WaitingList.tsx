/** What waits for somebody, oldest first. The first few are shown at once; one key shows the others. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { BoardContest } from '../../core/views/board.ts';
import type { Waiting } from '../../core/views/waiting.ts';
import { useActiveRow } from '../parts/active-row.ts';
import { Button } from '../parts/Button.tsx';
import { showCount, showTime } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { type ShapeName, State, type Tone } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Lists.module.css';

const FIRST_SHOWN = 6;
const LOOKS: Readonly<Record<Waiting['kind'], { readonly shape: ShapeName; readonly tone: Tone }>> = {
  differing: { shape: 'differs', tone: 'attention' },
  rulings: { shape: 'needs', tone: 'danger' },
  'paper-differs': { shape: 'needs', tone: 'danger' },
  'second-paper': { shape: 'waits', tone: 'attention' },
  'set-aside': { shape: 'aside', tone: 'attention' },
  proposal: { shape: 'waits', tone: 'attention' },
};

export function WaitingList({ shown: { contest, waiting, stations } }: { readonly shown: BoardContest }) {
  const { t } = useTranslation('board');
  const [, go] = useLocation();
  const [isWhole, setWhole] = useState(false);
  const listed = isWhole ? waiting : waiting.slice(0, FIRST_SHOWN);
  const rows = useActiveRow({
    id: 'waiting',
    count: listed.length,
    onEnter: (at) => {
      const item = listed[at];
      if (item !== undefined) go(placeOf(contest, item));
    },
  });
  const stuck = stations.filter(({ isWaiting }) => isWaiting).length;
  return (
    <Section title={t('waitingTitle')} note={t('waitingNote', { waiting: stuck, stations: stations.length })}>
      {waiting.length === 0 ? (
        <p className={css.none}>{t('nothingWaits')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which arrow keys move is a grid
        <table className={`${ledger.ledger} ${css.grid}`} role="grid" aria-label={t('waitingTitle')} {...rows.list}>
          <colgroup>
            <col className={css.kind} />
            <col className={css.who} />
            <col />
            <col className={css.since} />
          </colgroup>
          <thead className={css.silent}>
            <tr>
              {(['kind', 'station', 'what', 'since'] as const).map((head) => (
                <th key={head} scope="col">
                  <span className={voices.unseen}>{t(head)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.map((item, at) => (
              <WaitingRow
                key={'form' in item ? item.form : item.digest}
                id={rows.idOf(at)}
                item={item}
                contest={contest}
                isActive={at === rows.at}
              />
            ))}
          </tbody>
        </table>
      )}
      {waiting.length <= FIRST_SHOWN ? null : (
        <p className={css.more}>
          <Button keys="M" look="plain" onPress={() => setWhole(!isWhole)} isPressed={isWhole}>
            {isWhole ? t('showFewer', { shown: FIRST_SHOWN }) : t('showAllWaiting', { waiting: waiting.length })}
          </Button>
        </p>
      )}
    </Section>
  );
}

function placeOf(contest: string, item: Waiting): string {
  return 'station' in item ? `/station/${contest}/${item.station}` : '/people';
}

interface WaitingRowProps {
  readonly id: string;
  readonly item: Waiting;
  readonly contest: string;
  readonly isActive: boolean;
}

function WaitingRow({ id, item, contest, isActive }: WaitingRowProps) {
  const { t } = useTranslation('board');
  const words = useNeed(item);
  return (
    <tr id={id} aria-selected={isActive} className={isActive ? css.active : undefined}>
      <td>
        <State {...LOOKS[item.kind]}>{t(`kinds.${item.kind}`)}</State>
      </td>
      <th scope="row" className={ledger.cut}>
        <Link href={placeOf(contest, item)} tabIndex={-1}>
          {'station' in item ? item.name : t('wholeCentre')}
        </Link>
      </th>
      <td className={`${ledger.cut} ${voices.missing}`} title={words}>
        {words}
      </td>
      <td className={`${ledger.number} ${voices.code}`}>{showTime(item.since)}</td>
    </tr>
  );
}

/** What is needed, in words: the codes of findings and acts have theirs already. */
function useNeed(item: Waiting): string {
  const { t } = useTranslation(['board', 'findings', 'acts']);
  switch (item.kind) {
    case 'differing':
      return t('board:rowsDiffer', { rows: item.rows });
    case 'rulings': {
      const title = t(`findings:${item.code as 'F01'}.title`);
      const { code, difference, more } = item;
      const first =
        difference === undefined
          ? t('board:findingPlain', { code, title })
          : t('board:findingBy', { code, title, difference: showCount(Math.abs(difference)) });
      return more === 0 ? first : t('board:findingMore', { words: first, more });
    }
    case 'paper-differs':
      return t('board:paperDiffers');
    case 'second-paper':
      return t('board:secondPaper', { serial: item.serial });
    case 'set-aside':
      return t('board:asideOnly', { serial: item.serial });
    case 'proposal':
      return t('board:proposal', { act: t(`acts:${item.act}.name`), who: item.by });
  }
}
