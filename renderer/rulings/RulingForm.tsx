/** One form being ruled on: its findings at the left, the chosen one in the middle, the paper at the right. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormToRule, RuledForm } from '../../core/views/rulings.ts';
import { showStation } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import { AllRuled } from './AllRuled.tsx';
import { Beside } from './Beside.tsx';
import { FindingPane } from './FindingPane.tsx';
import { FindingsList } from './FindingsList.tsx';

export interface RulingFormProps {
  readonly form: RuledForm;
  readonly queue: readonly FormToRule[];
  /** To another form, or to the first that waits. */
  readonly onForm: (form: string | undefined) => void;
  readonly onPlace: (place: string) => void;
  readonly onLeave: () => void;
}

export function RulingForm({ form, queue, onForm, onPlace, onLeave }: RulingFormProps) {
  const { t } = useTranslation('rulings');
  const [chosen, setChosen] = useState<string>();
  const [said, setSaid] = useState('');
  const { paper, findings } = form;
  const waiting = findings.find(({ check, kind, ruling }) => check === 'fails' && kind === 'needs ruling' && ruling === undefined);
  const code = chosen ?? waiting?.code;
  const finding = findings.find((one) => one.code === code);
  const others = queue.filter((one) => one.form !== paper.form);
  const place = queue.findIndex((one) => one.form === paper.form) + 1;
  const about = (
    <>
      {paper.station.name} <span className={voices.code}>{showStation(paper.station.code)}</span> · {paper.contestTitle}
    </>
  );
  const right = place > 0 ? t('place', { place, total: queue.length }) : t('noneOf', { total: queue.length });
  const list = <FindingsList form={form} others={others} chosen={code} onChoose={setChosen} onForm={onForm} />;
  const beside = <Beside form={form} rows={finding?.fields ?? []} />;
  const frame = { about, right, list, beside, said, onPlace, onLeave };
  return finding === undefined ? (
    <AllRuled form={form} frame={frame} next={others[0]?.form} onForm={onForm} />
  ) : (
    <FindingPane
      key={`${finding.code} ${finding.digest}`}
      form={form}
      frame={frame}
      finding={finding}
      onRuled={(words) => {
        setSaid(words);
        setChosen(undefined);
      }}
      onBack={chosen === undefined ? undefined : () => setChosen(undefined)}
    />
  );
}
