/** The way between the rooms, with what waits in each, and the instruments below: journal, head, second medium, clock. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import { MediumInstrument } from '../medium/MediumInstrument.tsx';
import { showCount, showDigest, showTime } from '../parts/figures.ts';
import { useKey } from '../parts/keys.tsx';
import voices from '../parts/voices.module.css';
import { Wordmark } from '../parts/Wordmark.tsx';
import css from './Rail.module.css';
import { HOUSE_ROOMS, markedRoom, type RoomPlace, WORK_ROOMS } from './rooms.ts';

export function Rail({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation('frame');
  return (
    <nav className={css.rail} aria-label={t('rooms')}>
      <div className={css.name}>
        <Wordmark />
      </div>
      <ol>
        {WORK_ROOMS.map((room) => (
          <Way key={room.name} room={room} frame={frame} />
        ))}
      </ol>
      <ol>
        {HOUSE_ROOMS.map((room) => (
          <Way key={room.name} room={room} frame={frame} />
        ))}
      </ol>
      <p className={css.hint}>{t('railHint')}</p>
      <Instruments frame={frame} />
    </nav>
  );
}

function Way({ room, frame }: { readonly room: RoomPlace; readonly frame: Frame }) {
  const { t } = useTranslation('frame');
  const [place, go] = useLocation();
  const waiting = room.waiting.reduce((sum, work) => sum + (frame.centre?.waiting[work] ?? 0), 0);
  const isHere = markedRoom(place) === room.name;
  const enter = () => go(`/${room.name}`);
  useKey(`Alt+${room.key}`, enter);
  return (
    <li>
      <button type="button" onClick={enter} aria-current={isHere ? 'page' : undefined} aria-keyshortcuts={`Alt+${room.key}`}>
        <i aria-hidden="true">{room.key}</i>
        <span>{t(`room_${room.name}`)}</span>
        {waiting === 0 ? null : (
          <b>
            {waiting}
            <span className={voices.unseen}> {t('waiting')}</span>
          </b>
        )}
      </button>
    </li>
  );
}

function Instruments({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation('frame');
  const { centre, head, medium } = frame;
  return (
    <div className={css.instruments}>
      {medium === undefined ? null : <MediumInstrument medium={medium} />}
      <dl>
        {centre === undefined || head === undefined ? null : (
          <>
            <div>
              <dt>{t('journal')}</dt>
              <dd>{showCount(centre.size)}</dd>
            </div>
            <div>
              <dt>{t('head')}</dt>
              <dd className={voices.digest}>{showDigest(head)}</dd>
            </div>
          </>
        )}
        <div className={css.clock}>
          <dt>{t('zone')}</dt>
          <dd>{showTime(frame.at)}</dd>
        </div>
      </dl>
    </div>
  );
}
