/** The verdict in words, with what it means, what was verified, and the stamps that no page about it may lack. */
import { useTranslation } from 'react-i18next';
import { groupsOf } from '../../core/groups.ts';
import { showCount, showDay, showDigest, showTime } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import { VerdictWords } from '../verify/VerdictWords.tsx';
import css from './Bundle.module.css';
import type { Judged, JudgedSummary } from './judged.ts';
import type { VerifyDone } from './order.ts';
import tables from './Tables.module.css';

const SECONDS = new Intl.NumberFormat('en-KE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

interface VerdictProps {
  readonly bundle: Judged;
  /** By what means, and in what time. */
  readonly done: Pick<VerifyDone, 'engine' | 'milliseconds'>;
  readonly isFocused: boolean;
}

export function Verdict({ bundle: { name, verdict, checks, summary }, done, isFocused }: VerdictProps) {
  const { t } = useTranslation(['verifier', 'verify', 'terms']);
  return (
    <>
      <div className={css.spaced}>
        <VerdictWords verdict={verdict} checks={checks} isFocused={isFocused}>
          {verdict === 'failed' && summary !== undefined ? <p>{t('verifier:doNotRely')}</p> : null}
        </VerdictWords>
      </div>
      <p className={css.file}>
        {name}. {t('verifier:done', { seconds: SECONDS.format(done.milliseconds / 1000) })} {t(`verifier:engines.${done.engine}`)}
      </p>
      {summary === undefined ? null : <About summary={summary} />}
    </>
  );
}

export function Stamps({ summary: { content, state } }: { readonly summary: JudgedSummary }) {
  const { t } = useTranslation('terms');
  return (
    <>
      {content.election.kind === 'rehearsal' ? <span className={voices.stamp}>{t('stamps.rehearsal')}</span> : null}{' '}
      {state === 'declared' ? null : <span className={voices.stamp}>{t('stamps.provisional')}</span>}
    </>
  );
}

function About({ summary }: { readonly summary: JudgedSummary }) {
  const { t, i18n } = useTranslation(['verifier', 'verify', 'terms', 'paper']);
  const { content, digest, edition, declaredAt } = summary;
  const { contest, constituency, county, election, version, prepared, word } = content;
  const of = { title: contest.title, form: contest.formB, version };
  const moment = (at: string) => ({ day: showDay(at, i18n.language), time: showTime(at) });
  return (
    <div className={tables.words}>
      <p>
        <b className={voices.strong}>{version === 0 ? t('verify:provisionalAccount', of) : t('verify:version', of)}</b>{' '}
        <Stamps summary={summary} />
      </p>
      <p>
        {constituency.name} ({constituency.code}), {county.name}
      </p>
      <p>
        {election.title}, {showDay(election.date, i18n.language)}
      </p>
      <p>{t(`terms:editions.${edition}`)}</p>
      <p>
        {t('verifier:preparedAt', moment(prepared.at))}
        {declaredAt === undefined ? null : (
          <>
            {'. '}
            {t('verifier:declaredAt', { word: t(`paper:closing.${word}`), ...moment(declaredAt) })}
          </>
        )}
      </p>
      <p>{t('verifier:journalHead', { journal: showDigest(content.journal, 4), size: showCount(prepared.head.size) })}</p>
      <p className={voices.label}>{t('verify:digest')}</p>
      <ol className={tables.groups} aria-label={t('verify:digest')}>
        {groupsOf(digest).map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is named by its place
          <li key={at}>
            <span aria-hidden="true">{at + 1}</span>
            {group}
          </li>
        ))}
      </ol>
    </div>
  );
}
