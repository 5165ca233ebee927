/** What stands in one field of an act, as plainly as its kind allows: figures under their rows, digests in groups, lists line by line. */
import { useTranslation } from 'react-i18next';
import { COUNT_ROWS, TABLE_TOTAL } from '../../core/form.ts';
import type { FrameContest } from '../../core/views/frame.ts';
import type { JournalField } from '../../core/views/journal.ts';
import { showCount } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import css from './Journal.module.css';

type Value = Extract<JournalField, { readonly value: unknown }>['value'];

const DIGEST = /^[0-9a-f]{64}$/;
const CANDIDATE = /^candidate([0-9]+)$/;

/** Fields whose values have words of their own, by the group those stand in. */
const WORDED: Readonly<Record<string, 'answers' | 'objections' | 'results' | 'editions' | 'basis' | 'locking' | 'outcomes' | 'roles'>> = {
  choice: 'answers',
  stance: 'answers',
  code: 'objections',
  disposition: 'results',
  edition: 'editions',
  basis: 'basis',
  cause: 'locking',
  outcome: 'outcomes',
  role: 'roles',
};

export interface FieldValueProps {
  readonly name: string;
  readonly value: Value;
  readonly contest: FrameContest | undefined;
}

export function FieldValue({ name, value, contest }: FieldValueProps) {
  const { t } = useTranslation('journal');
  if (typeof value === 'boolean') return <>{t(value ? 'yes' : 'no')}</>;
  if (typeof value === 'number') return <>{showCount(value)}</>;
  if (typeof value === 'string') return <Words name={name} text={value} />;
  if (Array.isArray(value)) return <List name={name} items={value as readonly Value[]} contest={contest} />;
  return <Fields fields={value as Readonly<Record<string, Value>>} contest={contest} />;
}

function Words({ name, text }: { readonly name: string; readonly text: string }) {
  const { t } = useTranslation(['terms', 'paper']);
  if (DIGEST.test(text)) return <span className={css.longDigest}>{text.match(/.{4}/g)?.join(' ')}</span>;
  if (text === 'blank' || text === 'unreadable') return <span className={voices.missing}>{t(`paper:marks.${text}`)}</span>;
  const group = WORDED[name];
  return (
    <span className={css.words}>
      {group === undefined ? text : t(`terms:${group}.${text}` as 'terms:answers.agree', { defaultValue: text })}
    </span>
  );
}

function List({
  name,
  items,
  contest,
}: {
  readonly name: string;
  readonly items: readonly Value[];
  readonly contest: FrameContest | undefined;
}) {
  const { t } = useTranslation('journal');
  if (items.length === 0) return <span className={voices.missing}>{t('none')}</span>;
  if (items.every((item) => typeof item === 'number')) return <>{items.map((item) => showCount(Number(item))).join(' / ')}</>;
  return (
    <ul>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a signed list never changes its order
        <li key={at}>
          <FieldValue name={name} value={item} contest={contest} />
        </li>
      ))}
    </ul>
  );
}

function Fields({ fields, contest }: { readonly fields: Readonly<Record<string, Value>>; readonly contest: FrameContest | undefined }) {
  const { t } = useTranslation('journal');
  const nameOf = useRowName(contest);
  // A head names its acts; elsewhere a size is one of bytes.
  const isHead = 'root' in fields && 'size' in fields;
  return (
    <dl className={css.inner}>
      {inPaperOrder(Object.entries(fields)).map(([name, value]) => (
        <div key={name}>
          <dt>{isHead && name === 'size' ? t('headSize') : nameOf(name)}</dt>
          <dd>
            <FieldValue name={name} value={value} contest={contest} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const PRINTED = [TABLE_TOTAL, ...COUNT_ROWS.map(({ code }) => code)];

/** Signed text sorts its names; a reader wants candidates first, then the paper's rows as printed. Other names keep their order. */
function inPaperOrder<Entry extends readonly [string, unknown]>(entries: readonly Entry[]): readonly Entry[] {
  const rank = (name: string) => (CANDIDATE.test(name) ? Number(CANDIDATE.exec(name)?.[1]) : 1000 + PRINTED.indexOf(name));
  return entries.some(([name]) => PRINTED.includes(name) || CANDIDATE.test(name))
    ? entries.toSorted(([one], [other]) => rank(one) - rank(other))
    : entries;
}

/** A row of the paper by its printed words, a candidate by name where the contest is known; anything else by its name in the act. */
function useRowName(contest: FrameContest | undefined): (name: string) => string {
  const { t } = useTranslation(['journal', 'paper']);
  return (name) => {
    const number = CANDIDATE.exec(name)?.[1];
    if (number !== undefined) {
      const candidate = contest?.candidates.find((one) => one.number === Number(number));
      return candidate?.name ?? t('journal:candidate', { number });
    }
    return t(`paper:rows.${name as 'valid'}`, { defaultValue: t(`journal:fields.${name as 'act'}`, { defaultValue: name }) });
  };
}
