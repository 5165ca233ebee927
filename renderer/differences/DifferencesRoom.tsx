/**
 * Differences: somebody who has not typed a form reads from its paper the rows in which the typists differ. Nothing that anybody
 * typed before is shown until that reading is sealed.
 */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RoomProps } from '../frame/routes.tsx';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showStation } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import { ReadingDone } from './ReadingDone.tsx';
import { ReadingForm } from './ReadingForm.tsx';
import { WaitingForms } from './WaitingForms.tsx';

export function DifferencesRoom({ frame, parameters }: RoomProps) {
  const { t } = useTranslation('differences');
  const [, go] = useLocation();
  const asked = parameters.form === undefined ? undefined : decodeURIComponent(parameters.form);
  const { value, refusal } = useView('differences', asked === undefined ? {} : { form: asked });
  const toForm = (form: string | undefined) => go(form === undefined ? '/differences' : `/differences/${encodeURIComponent(form)}`);
  const leave = () => go('/board');
  const isOfficial = frame.person?.role === 'ro' || frame.person?.role === 'dro';
  if (value === undefined) {
    return (
      <Room title={t('title')} refusal={refusal}>
        {null}
      </Room>
    );
  }
  const { queue, toRead, sealed } = value;
  const mine = queue.filter(({ barred }) => barred === undefined);
  if (sealed !== undefined) {
    const next = mine.find(({ form }) => form !== sealed.paper.form)?.form;
    return <ReadingDone sealed={sealed} person={frame.person?.id} next={next} onForm={toForm} onLeave={leave} />;
  }
  if (toRead === undefined) {
    return (
      <Room
        title={t('title')}
        right={t('canRead', { mine: mine.length, total: queue.length })}
        finish={
          <Button keys="Escape" look="plain" ref={(button) => void (queue.length === 0 && button?.focus())} onPress={leave}>
            {t('goAway')}
          </Button>
        }
      >
        <p role="status">{queue.length === 0 ? t('nothingWaits') : mine.length === 0 ? t('nothingForYou') : null}</p>
        <WaitingForms isAlone forms={queue} title={t('queue')} isOfficial={isOfficial} onForm={toForm} onPlace={go} />
      </Room>
    );
  }
  const { paper } = toRead;
  return (
    <ReadingForm
      key={`${paper.form} ${paper.revision}`}
      toRead={toRead}
      person={frame.person?.id ?? ''}
      place={t('place', { place: mine.findIndex(({ form }) => form === paper.form) + 1, total: mine.length })}
      about={
        <>
          {paper.station.name} <span className={voices.code}>{showStation(paper.station.code)}</span> · {paper.contestTitle}
        </>
      }
      others={
        <WaitingForms
          forms={queue.filter(({ form }) => form !== paper.form)}
          title={t('queueOther')}
          isOfficial={isOfficial}
          onForm={toForm}
          onPlace={go}
        />
      }
      onSealed={() => toForm(paper.form)}
      onLeave={leave}
    />
  );
}
