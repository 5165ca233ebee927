/** A lock-out, with the time it ends and the seconds until then; when it is over the screen asks again. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../office/use-view.ts';
import { showCount, showSeconds } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';

const TICK = 250;

/** `now` is the office's time at which `until` was told; this window's clock may be another. */
export function Countdown({ until, now }: { readonly until: string; readonly now: string }) {
  const { t } = useTranslation('unlock');
  const whole = Math.max(0, Date.parse(until) - Date.parse(now));
  const [left, setLeft] = useState(whole);
  useEffect(() => {
    const started = performance.now();
    const clock = setInterval(() => {
      const remaining = whole - (performance.now() - started);
      setLeft(Math.max(0, remaining));
      if (remaining > 0) return;
      clearInterval(clock);
      void queries.invalidateQueries();
    }, TICK);
    return () => clearInterval(clock);
  }, [whole]);
  return (
    <p role="timer">
      <State shape="needs" tone="danger">
        {t('lockedUntil', { time: showSeconds(until), seconds: showCount(Math.ceil(left / 1000)) })}
      </State>
    </p>
  );
}
