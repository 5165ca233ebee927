/**
 * Entry: a clerk types one form after another from the paper, blind to what anybody else typed. What was typed is kept as a draft
 * until it is sealed; nothing is sealed before it has been read back.
 */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RoomProps } from '../frame/routes.tsx';
import { useView } from '../office/use-view.ts';
import { showStation } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import { EntryForm } from './EntryForm.tsx';

export function EntryRoom({ parameters }: RoomProps) {
  const { t } = useTranslation('entry');
  const [, go] = useLocation();
  const { form } = parameters;
  const { value, refusal } = useView('entry', form === undefined ? {} : { form: decodeURIComponent(form) });
  const paper = value?.paper;
  if (value === undefined || paper === undefined) {
    return (
      <Room title={t('title')} refusal={refusal}>
        {value === undefined ? null : <p role="status">{t('nothingWaits')}</p>}
      </Room>
    );
  }
  const place = value.queue.findIndex((waiting) => waiting.form === paper.form) + 1;
  const next = value.queue.find((waiting) => waiting.form !== paper.form);
  return (
    <EntryForm
      key={`${paper.form} ${paper.revision}`}
      paper={paper}
      about={
        <>
          {paper.station.name} <span className={voices.code}>{showStation(paper.station.code)}</span> · {paper.contestTitle}
        </>
      }
      place={t('placeInQueue', { place, total: value.queue.length })}
      onNext={() => go(next === undefined ? '/entry' : `/entry/${encodeURIComponent(next.form)}`)}
      onLeave={() => go('/board')}
    />
  );
}
