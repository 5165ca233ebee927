/**
 * A late remark on an accepted form: to agree or to object after the fact, in words, and with the figures of an own copy where it
 * differs. It is listed beside the outcome and changes nothing.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../core/text.ts';
import type { Named } from '../../core/views/named.ts';
import type { AgentPage } from '../../core/views/sign-agent.ts';
import { usePerform } from '../office/use-deed.ts';
import type { Typed } from '../paper/typing.ts';
import { Button } from '../parts/Button.tsx';
import { ReasonField } from '../parts/ReasonField.tsx';
import { Room } from '../parts/Room.tsx';
import { KeyedChoice } from './KeyedChoice.tsx';
import { isHalfTyped, OwnCopy, ownFiguresOf } from './OwnCopy.tsx';
import css from './Sign.module.css';

const STANCES = ['agree', 'object'] as const;

export interface RemarkProps {
  readonly agent: Named;
  readonly page: AgentPage;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export function Remark({ agent, page, onDone, onBack }: RemarkProps) {
  const { t } = useTranslation('sign');
  const [stance, setStance] = useState<(typeof STANCES)[number]>();
  const [typed, setTyped] = useState<Typed>({});
  const [text, setText] = useState('');
  const performing = usePerform();
  const words = tidy(text);
  const objects = stance === 'object';
  const sign = async () => {
    if (stance === undefined) return;
    const { form, revision } = page.paper;
    const own = objects ? ownFiguresOf(page, typed) : undefined;
    const said = { stance, ...(words === '' ? {} : { text: words }), ...(own === undefined ? {} : { ownFigures: own }) };
    if (await performing.perform({ kind: 'late-remark', body: { form, revision, subject: page.subject, ...said } })) onDone();
  };
  const missing =
    stance === undefined
      ? t('whichStance')
      : objects && isHalfTyped(page, typed)
        ? t('typeOwnFigures')
        : objects && words === ''
          ? t('wordsMissing')
          : undefined;
  return (
    <Room
      title={t('remark')}
      about={t('whyAbout', { name: agent.name, form: page.paper.formName, station: page.paper.station.name })}
      layout={css.why}
      refusal={performing.refusal}
      actions={<p>{t('remarkChangesNothing')}</p>}
      finish={
        <>
          <Button keys="Escape" onPress={onBack}>
            {t('back')}
          </Button>
          <Button keys="Ctrl+Enter" look="main" once onPress={() => void sign()} isBusy={performing.isBusy} barred={missing}>
            {t('signRemark')}
          </Button>
        </>
      }
    >
      <OwnCopy page={page} isAsked={objects} isFocused={false} typed={typed} onType={setTyped} />
      <section className={css.whyWords} aria-label={t('why')}>
        <KeyedChoice
          label={t('remarkStance')}
          value={stance}
          options={STANCES.map((value, at) => ({ value, keys: String(at + 1), words: t(`stance_${value}`) }))}
          onChange={setStance}
        />
        {objects ? <p className={css.quiet}>{t('ownCopyHint')}</p> : null}
        <ReasonField label={t('inYourWords')} value={text} onChange={setText} lines={5} />
      </section>
    </Room>
  );
}
