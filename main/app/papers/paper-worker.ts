/**
 * The thread in which a paper is made: the journal is followed where the paper needs it, the pages are laid out, and the bytes are
 * handed back. It reads one moment of the database and writes nothing; a passphrase that it is given for a card ends with it.
 */
import { readReceipt } from '../../../core/receipt.ts';
import { ok, type Refusal, type Result, refuse } from '../../../core/result.ts';
import { emptyCentre } from '../../../core/state.ts';
import { openForReading } from '../../../db/database.ts';
import { journalReader } from '../../../db/journal-store.ts';
import { closingCertificate } from '../../papers/certificates/closing.ts';
import { openingCertificate } from '../../papers/certificates/opening.ts';
import { errorReport } from '../../papers/error-report.ts';
import { constituencyForm } from '../../papers/form/constituency-form.ts';
import type { Language, Paper } from '../../papers/layout/blocks.ts';
import { render } from '../../papers/layout/render.ts';
import { type PassphraseCard, passphraseCard } from '../../papers/passphrase-card.ts';
import { type ReceiptSlip, receiptSlip } from '../../papers/receipt-slip.ts';
import { definitionIn, followContest, type OpenedCentre } from '../../papers/sources/database.ts';
import { momentOfPhase } from '../../papers/sources/moments.ts';
import { preparedSummary, type Told } from '../../papers/sources/summaries.ts';
import { workInThread } from '../../threads/thread.ts';

interface OfContest {
  readonly is: 'form' | 'errors';
  readonly database: string;
  readonly contest: string;
  /** None for a contest of which nothing was prepared. */
  readonly version?: number;
  /** A declared version, which is known without following the journal. */
  readonly told?: Told;
  /** Marks that people drew, by person: for the form's boxes. */
  readonly marks: ReadonlyMap<string, Uint8Array>;
  readonly language: Language;
}
interface OfCentre {
  readonly is: 'opening' | 'closing';
  readonly database: string;
  readonly language: Language;
}
interface Slip extends Pick<ReceiptSlip, 'checkpoint' | 'agent' | 'election' | 'language'> {
  readonly is: 'slip';
  /** The receipt's file. */
  readonly file: Uint8Array;
  readonly formNames: ReadonlyMap<string, string>;
}
interface Card extends PassphraseCard {
  readonly is: 'card';
}
export type PaperOrder = OfContest | OfCentre | Slip | Card;
export type PaperReport = { readonly is: 'made'; readonly bytes: Uint8Array } | { readonly is: 'refused'; readonly refusal: Refusal };

function describe(order: PaperOrder): Result<Paper> {
  switch (order.is) {
    case 'form':
    case 'errors':
      return describeContest(order);
    case 'opening':
    case 'closing':
      return fromDatabase(order.database, (opened) => describeMoment(order, opened));
    case 'slip': {
      const { file, formNames, ...told } = order;
      const receipt = readReceipt(file);
      return receipt.ok ? ok(receiptSlip({ ...told, receipt: receipt.value, formName: (form) => formNames.get(form) ?? form })) : receipt;
    }
    case 'card':
      return ok(passphraseCard(order));
  }
}

function describeContest(order: OfContest): Result<Paper> {
  const { contest, version } = order;
  const told =
    order.told === undefined
      ? fromDatabase(order.database, ({ centre, store }) => preparedSummary(followContest(centre, store, contest), contest, version))
      : ok(order.told);
  if (!told.ok) return told;
  const { totalsLine, ...subject } = { ...told.value, language: order.language };
  if (order.is === 'errors') return ok(errorReport(subject));
  return ok(constituencyForm(subject, { marks: order.marks, ...(totalsLine === undefined ? {} : { totalsLine }) }));
}

function describeMoment({ is, language }: OfCentre, { centre, store }: OpenedCentre): Result<Paper> {
  const moment = momentOfPhase(centre, store, is === 'opening' ? 'open' : 'closed');
  if (!moment.ok) return moment;
  const told = { ...moment.value, language };
  return ok(is === 'opening' ? openingCertificate(told) : closingCertificate(told));
}

/** One moment of the journal, from beginning to end; the office has checked it, and goes on writing. */
function fromDatabase<T>(file: string, work: (opened: OpenedCentre) => Result<T>): Result<T> {
  const handle = openForReading(file);
  try {
    handle.exec('BEGIN');
    const store = journalReader(handle);
    const definition = definitionIn(store);
    return definition === undefined ? refuse('E-FILE', 'no definition') : work({ centre: emptyCentre(definition), store });
  } finally {
    handle.close();
  }
}

async function make(order: PaperOrder): Promise<PaperReport> {
  const paper = describe(order);
  return paper.ok ? { is: 'made', bytes: await render(paper.value) } : { is: 'refused', refusal: paper.refusal };
}

await workInThread(make);
