/** Every act about the station as the journal holds it, in order: when, what was said and by whom, with its number in the journal. */
import { useTranslation } from 'react-i18next';
import type { StationView } from '../../core/views/station.ts';
import type { ToldAct } from '../../core/views/station-acts.ts';
import { showCount, showTime } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import css from './StationRoom.module.css';

export function History({ view }: { readonly view: StationView }) {
  const { t } = useTranslation('station');
  const { acts, withheld } = view;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by the keyboard
    <section className={css.column} aria-label={t('history')} tabIndex={0}>
      <Section title={t('acts')} note={t('actsNote', { acts: acts.length })}>
        {acts.length === 0 ? (
          <p className={css.note}>{t('noActs')}</p>
        ) : (
          <table className={`${ledger.ledger} ${css.acts}`}>
            <thead>
              <tr>
                <th scope="col" className={css.time}>
                  {t('at')}
                </th>
                <th scope="col">{t('act')}</th>
                <th scope="col" className={`${ledger.number} ${css.place}`}>
                  {t('place')}
                </th>
              </tr>
            </thead>
            <tbody>
              {acts.map((act) => (
                <tr key={act.seq}>
                  <td className={voices.code}>{showTime(act.at)}</td>
                  <td className={css.told}>
                    <Told act={act} view={view} />
                  </td>
                  <td className={`${ledger.number} ${voices.code}`}>{showCount(act.seq)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {withheld === 0 ? null : <p className={css.note}>{t('actsHidden', { withheld })}</p>}
      </Section>
    </section>
  );
}

/** The journal's sentence, and below it what the sentence leaves out. */
function Told({ act, view }: { readonly act: ToldAct; readonly view: StationView }) {
  const { t } = useTranslation(['acts', 'station']);
  const text = act.isTextWithheld === true ? t('station:textWithheld') : (act.text ?? '');
  const more = useMore(act);
  const sentence = t(`acts:${act.kind}.said`, {
    who: act.by,
    form: act.form?.split('.').at(-1) ?? '',
    station: view.station.name,
    contest: view.contestTitle,
    agent: act.agent ?? '',
    version: act.version ?? '',
    reason: text,
    person: '',
  });
  const isTextSaid = sentence.includes(text) && text !== '';
  return (
    <>
      {sentence}
      {isTextSaid || text === '' ? null : <small>{text}</small>}
      {more.length === 0 ? null : <small>{more.join(', ')}</small>}
    </>
  );
}

function useMore({ revision, choice, stance, finding, ruling, keep, disposition }: ToldAct): readonly string[] {
  const { t } = useTranslation(['station', 'terms', 'board']);
  const words = [
    revision === undefined || revision === 1 ? undefined : t('station:revision', { revision }),
    choice === undefined ? undefined : t(`terms:answers.${choice}`),
    stance === undefined ? undefined : t(`terms:answers.${stance}`),
    finding === undefined ? undefined : t('station:finding', { finding }),
    ruling === undefined ? undefined : ruling === 'count' ? t('station:count') : t('board:states.disregarded'),
    keep === undefined ? undefined : keep === 'none' ? t('station:keepNone') : t('station:keepFigures'),
    disposition === undefined ? undefined : t(`board:states.${disposition as 'counted'}`),
  ];
  return words.filter((word) => word !== undefined);
}
