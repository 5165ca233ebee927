/** One act, opened beside the list: who signed it with which key, what stands in it, and its checks, made again as it is shown. */
import { useTranslation } from 'react-i18next';
import type { EntryCheck, JournalAct } from '../../core/contract/journal.ts';
import type { CentreFrame } from '../../core/views/frame.ts';
import type { JournalField } from '../../core/views/journal.ts';
import { showCount, showDigest, showSeconds } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import { FieldValue } from './FieldValue.tsx';
import css from './Journal.module.css';
import { isBroken, useSentence, useSpeaker } from './use-sentence.ts';

export interface ActPanelProps {
  readonly act: JournalAct | undefined;
  readonly centre: CentreFrame;
}

export function ActPanel({ act, centre }: ActPanelProps) {
  const { t } = useTranslation('journal');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what may have to be scrolled must be reachable by keyboard
    <section className={css.panel} aria-label={t('theAct')} tabIndex={0}>
      {act === undefined ? null : <Opened act={act} centre={centre} />}
    </section>
  );
}

function Opened({ act, centre }: { readonly act: JournalAct; readonly centre: CentreFrame }) {
  const { t } = useTranslation(['journal', 'acts']);
  const sentence = useSentence();
  const { line, checks, leaf, root, saw, contest } = act;
  const name = isBroken(line) ? t('journal:broken') : t(`acts:${line.kind}.name` as 'acts:centre-created.name');
  const ofContest = centre.contests.find(({ id }) => id === contest);
  return (
    <>
      <h2>{t('journal:actTitle', { seq: showCount(line.seq), name })}</h2>
      <p className={css.sentence}>{sentence(line)}</p>
      <dl className={css.facts}>
        {isBroken(line) ? null : <Signed line={line} />}
        {act.fields.map((field) => (
          <Fact key={field.name} field={field} contest={ofContest} />
        ))}
        {saw === undefined ? null : (
          <div>
            <dt>{t('journal:saw')}</dt>
            <dd>
              {t('journal:sawActs', { size: showCount(saw.size) })} <span className={voices.digest}>{showDigest(saw.root)}</span>
            </dd>
          </div>
        )}
        <Hash name={t('journal:leaf')} hash={leaf} />
        <Hash name={t('journal:root')} hash={root} />
      </dl>
      <Checks checks={checks} />
    </>
  );
}

function Signed({ line }: { readonly line: Exclude<JournalAct['line'], { readonly broken: string }> }) {
  const { t } = useTranslation('journal');
  const speaker = useSpeaker();
  const { by, said, at, digest } = line;
  return (
    <>
      <div>
        <dt>{t('signedBy')}</dt>
        <dd>
          {speaker(by)}
          {by.role === 'device' || said.who === by.person ? '' : `, ${said.who ?? ''}`}
        </dd>
      </div>
      <div>
        <dt>{t('at')}</dt>
        <dd>{showSeconds(at)}</dd>
      </div>
      <Hash name={t('key')} hash={by.key} />
      <Hash name={t('actDigest')} hash={digest} />
    </>
  );
}

function Fact({ field, contest }: { readonly field: JournalField; readonly contest: CentreFrame['contests'][number] | undefined }) {
  const { t } = useTranslation('journal');
  return (
    <div>
      <dt>{t(`fields.${field.name as 'act'}`)}</dt>
      <dd>
        {'hidden' in field ? (
          <span className={voices.missing}>{t(`hidden.${field.hidden}`)}</span>
        ) : (
          <FieldValue name={field.name} value={field.value} contest={contest} />
        )}
      </dd>
    </div>
  );
}

function Hash({ name, hash }: { readonly name: string; readonly hash: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={voices.digest} title={hash}>
        {showDigest(hash, 4)}
      </dd>
    </div>
  );
}

function Checks({ checks }: { readonly checks: readonly EntryCheck[] }) {
  const { t } = useTranslation('journal');
  return (
    <table className={css.checks} aria-label={t('checks')}>
      <tbody>
        {checks.map(({ name, status, standing }) => (
          <tr key={name}>
            <th scope="row">
              <State shape={status === 'passed' ? 'passes' : 'fails'} tone={status === 'passed' ? undefined : 'danger'}>
                {t(`check.${name}`)}
                <span className={voices.unseen}> {t(status)}</span>
              </State>
            </th>
            <td>
              {status === 'failed' ? t(`checkFails.${name}`) : t(`checkSays.${name}`)}
              {standing === undefined ? '' : `; ${t(`standing.${standing}`)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
