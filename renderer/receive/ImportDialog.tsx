/**
 * A folder of pictures, matched to papers by the names of the files. What is certain is chosen beforehand, what is not is left alone;
 * nothing is attached before it is confirmed. Pictures of papers that have not come are offered when theirs is received.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportedFile, ScanImport } from '../../core/contract/scan.ts';
import { useDeed } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { showCount } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Refused } from '../parts/Refused.tsx';
import { useRoving } from '../parts/roving.ts';
import { State } from '../parts/State.tsx';
import css from './Import.module.css';

type Choices = ReadonlyMap<number, string>;

export interface ImportDialogProps {
  readonly onDone: (attached: number) => void;
  readonly onLeave: () => void;
}

export function ImportDialog({ onDone, onLeave }: ImportDialogProps) {
  const { value: state = { stage: 'none' } } = useView('scanImport', {});
  const opening = useDeed('importScans');
  const confirming = useDeed('confirmImport');
  const leaving = useDeed('cancelImport');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [changed, setChanged] = useState<Choices>(new Map());
  const { t } = useTranslation('receive');
  const files = state.stage === 'ready' ? state.files : [];
  const choices = choicesOf(files, changed);
  const confirm = async () => {
    if (state.stage !== 'ready') return;
    const chosen = [...choices].map(([file, form]) => ({ file, form }));
    const done = await confirming.do({ handle: state.handle, choices: chosen });
    if (done?.ok !== true) return;
    setRefused(done.value.refused.map(({ file, code }) => `${nameOf(state.files, file)} (${code})`));
    if (done.value.refused.length === 0) onDone(done.value.attached);
  };
  return (
    <Dialog
      title={t('importTitle')}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="F5" onPress={() => void opening.do({})} isBusy={opening.isBusy}>
            {t('chooseFolder')}
          </Button>
          {state.stage === 'ready' ? (
            <Button keys="Delete" look="plain" onPress={() => void leaving.do({ handle: state.handle })}>
              {t('putAway')}
            </Button>
          ) : null}
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button
            keys="Ctrl+Enter"
            look="main"
            isBusy={confirming.isBusy}
            barred={choices.size === 0 ? t('nothingChosen') : undefined}
            onPress={() => void confirm()}
          >
            {t('attachChosen', { number: choices.size, total: files.length })}
          </Button>
        </>
      }
    >
      <Progress state={state} />
      {state.stage === 'ready' ? (
        <Files files={files} choices={choices} onChoose={(file, form) => setChanged((before) => new Map(before).set(file, form ?? ''))} />
      ) : null}
      <p role="alert">{refused.length === 0 ? '' : t('importRefused', { files: refused.join(', ') })}</p>
      <Refused refusal={opening.refusal ?? confirming.refusal ?? leaving.refusal} />
    </Dialog>
  );
}

function nameOf(files: readonly ImportedFile[], file: number): string {
  return files.find((one) => one.file === file)?.name ?? '';
}

/** What is certain: a file of a paper that has come once. A person's own choice goes before. */
function choicesOf(files: readonly ImportedFile[], changed: Choices): Choices {
  const chosen = files.flatMap((one): readonly (readonly [number, string])[] => {
    if (one.is !== 'matched') return [];
    const form = changed.get(one.file) ?? (one.forms.length === 1 ? one.forms[0] : undefined);
    return form === undefined || form === '' ? [] : [[one.file, form]];
  });
  return new Map(chosen);
}

function Progress({ state }: { readonly state: ScanImport }) {
  const { t } = useTranslation('receive');
  return (
    <p role="status" className={css.progress}>
      {state.stage === 'none' ? t('importAbout') : null}
      {state.stage === 'reading' || state.stage === 'attaching'
        ? t(state.stage === 'reading' ? 'importReading' : 'importAttaching', { done: showCount(state.done), total: showCount(state.total) })
        : null}
      {state.stage === 'ready' ? summaryOf(state.files, t) : null}
    </p>
  );
}

function summaryOf(files: readonly ImportedFile[], t: ReturnType<typeof useTranslation<'receive'>>['t']): string {
  const matched = files.filter((file) => file.is === 'matched');
  const waiting = matched.filter((file) => file.is === 'matched' && file.forms.length === 0).length;
  return t('importReady', { total: files.length, matched: matched.length - waiting, waiting, others: files.length - matched.length });
}

interface FilesProps {
  readonly files: readonly ImportedFile[];
  readonly choices: Choices;
  readonly onChoose: (file: number, form: string | undefined) => void;
}

function Files({ files, choices, onChoose }: FilesProps) {
  const { t } = useTranslation('receive');
  const choosable = files.filter((file) => file.is === 'matched' && file.forms.length > 0);
  const item = useRoving(choosable.length);
  return (
    <table className={`${ledger.ledger} ${css.files}`}>
      <thead>
        <tr>
          <th scope="col" className={css.mark}>
            {t('attachIt')}
          </th>
          <th scope="col">{t('fileName')}</th>
          <th scope="col">{t('whosePaper')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((one) => {
          const place = choosable.indexOf(one);
          return (
            <tr key={one.file}>
              <td>
                {place < 0 || one.is !== 'matched' ? null : (
                  <input
                    {...item(place)}
                    type="checkbox"
                    aria-label={t('attachFile', { name: one.name })}
                    checked={choices.has(one.file)}
                    onChange={() => onChoose(one.file, choices.has(one.file) ? undefined : one.forms[0])}
                  />
                )}
              </td>
              <th scope="row" className={css.name}>
                {one.name}
              </th>
              <td>
                <Whose file={one} chosen={choices.get(one.file)} onChoose={(form) => onChoose(one.file, form)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Whose({
  file,
  chosen,
  onChoose,
}: {
  readonly file: ImportedFile;
  readonly chosen: string | undefined;
  readonly onChoose: (form: string) => void;
}) {
  const { t } = useTranslation('receive');
  if (file.is === 'attached') return <State shape="passes">{t('attachedTo', { form: file.form })}</State>;
  if (file.is === 'unmatched') {
    return (
      <State shape="unknown">
        {t(`unmatched.${file.why}`)} {file.detail}
      </State>
    );
  }
  if (file.forms.length === 0) return <State shape="awaited">{t('waitsForPaper', { station: file.station })}</State>;
  if (file.forms.length === 1) return <>{file.forms[0]}</>;
  return (
    <select aria-label={t('whichPaper', { name: file.name })} value={chosen ?? ''} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{t('choosePaper')}</option>
      {file.forms.map((form) => (
        <option key={form} value={form}>
          {form}
        </option>
      ))}
    </select>
  );
}
