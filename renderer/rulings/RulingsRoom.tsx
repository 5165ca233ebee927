/**
 * Rulings: one form after the other whose findings wait for an official. The sum comes first, then what each choice would do, then
 * the reason. Clerks may look on; only officials rule, and none who typed the form.
 */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RoomProps } from '../frame/routes.tsx';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { Room } from '../parts/Room.tsx';
import { RulingForm } from './RulingForm.tsx';

export function RulingsRoom({ parameters }: RoomProps) {
  const { t } = useTranslation('rulings');
  const [, go] = useLocation();
  const asked = parameters.form === undefined ? undefined : decodeURIComponent(parameters.form);
  const { value, refusal } = useView('rulings', asked === undefined ? {} : { form: asked });
  const leave = () => go('/board');
  if (value?.form === undefined) {
    const words = value === undefined ? '' : asked === undefined ? t('nothingWaits') : t('notShown');
    return (
      <Room title={t('title')} refusal={refusal} finish={<Leave onLeave={leave} words={t('leave')} />}>
        <p role="status">{words}</p>
      </Room>
    );
  }
  const { form, queue } = value;
  return (
    <RulingForm
      key={`${form.paper.form} ${form.paper.revision}`}
      form={form}
      queue={queue}
      onForm={(id) => go(id === undefined ? '/rulings' : `/rulings/${encodeURIComponent(id)}`)}
      onPlace={go}
      onLeave={leave}
    />
  );
}

function Leave({ onLeave, words }: { readonly onLeave: () => void; readonly words: string }) {
  return (
    <Button keys="Escape" look="plain" ref={(button) => button?.focus()} onPress={onLeave}>
      {words}
    </Button>
  );
}
