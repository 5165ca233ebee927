/**
 * What an agent carries away on paper: the answers on record with the digest of each, the place of each in the journal, the journal's
 * head at that moment signed by the machine, and the same as a square code. The paper alone is enough to ask later whether the
 * published journal still holds them.
 */
import type { Receipt } from '../../core/receipt.ts';
import { digestLines, grouped, momentText } from './figures.ts';
import { cell, head, heading, QUIET_SMALL, table } from './form/parts.ts';
import { A5_PORTRAIT, type Block, type Language, type Paper, QUIET, words as says, stack } from './layout/blocks.ts';
import { qr } from './layout/qr.ts';
import { fill, otherLanguage, type PaperWords, wordsIn } from './words/words.ts';

export interface ReceiptSlip {
  readonly receipt: Receipt;
  /** The signed checkpoint, as it stands in the receipt's file. */
  readonly checkpoint: string;
  readonly agent: { readonly name: string; readonly party: string };
  readonly election: { readonly title: string; readonly kind: 'live' | 'rehearsal' };
  /** How a form is called, by its identifier: the station's name, and which of its forms. */
  readonly formName: (form: string) => string;
  readonly language: Language;
}

const MARGIN = 30;
/** What fits on the slip's width with the squares large enough for paper. */
const MODULE_MM = 0.5;

export function receiptSlip(slip: ReceiptSlip): Paper {
  const { receipt, language, election } = slip;
  const words = wordsIn(language);
  const { act } = receipt;
  const title = `${words.receipt.title}, ${slip.agent.name}`;
  return {
    title,
    subject: `${words.receipt.title}, ${election.title}`,
    language,
    at: act.at,
    identity: `${act.digest} ${language}`,
    size: A5_PORTRAIT,
    margins: { left: MARGIN, right: MARGIN, top: 34, bottom: 40 },
    content: slipBlocks(slip, words),
    foot: (page, pages) =>
      says(`${fill(words.head.pageOf, { page, pages })}   ${digestLines(act.digest).join(' ')}`, {
        fontSize: 5.8,
        font: 'Mono',
        margin: [0, 14, 0, 0],
      }),
    ...(election.kind === 'rehearsal' ? { watermark: words.stamps.rehearsal } : {}),
  };
}

function slipBlocks(slip: ReceiptSlip, words: PaperWords): readonly Block[] {
  const { receipt, checkpoint, agent, election, language } = slip;
  const { act } = receipt;
  const { forms } = act.body;
  const both = { words, other: wordsIn(otherLanguage(language)) };
  const facts = [
    [words.receipt.agent, `${agent.name}, ${agent.party} (${act.body.agent})`],
    [words.receipt.election, `${election.title}${election.kind === 'rehearsal' ? `. ${words.head.rehearsalSays}` : ''}`],
    [words.receipt.at, momentText(act.at, language)],
  ] as const;
  return [
    says(words.receipt.title, { role: 'H1', fontSize: 14, bold: true }),
    says(words.receipt.says, { fontSize: 8, color: QUIET, margin: [0, 2, 0, 6] }),
    ...facts.map(([name, value]) => says([{ text: `${name}: ` }, { text: value, bold: true }], { fontSize: 8.5 })),
    heading(both, ({ receipt: said }) => fill(said.forms, { count: forms.length })),
    forms.length === 0 ? says(words.receipt.none, { fontSize: 8.5 }) : formTable(slip, words),
    proof(receipt, checkpoint, both),
  ];
}

function formTable({ receipt, formName }: ReceiptSlip, words: PaperWords): Block {
  const rows = receipt.act.body.forms.map(({ form, revision, kind, choice, act, seq }) => [
    cell([{ text: `${formName(form)}\n` }, { text: `${form}, ${fill(words.receipt.revision, { revision })}`, ...QUIET_SMALL }], {
      role: 'TH',
    }),
    cell(kind === 'late-remark' ? `${words.answers[choice]} (${words.receipt.lateRemark})` : words.answers[choice], { bold: true }),
    cell(grouped(seq), { alignment: 'right' }),
    cell(digestLines(act).join('\n'), { font: 'Mono', fontSize: 5.4 }),
  ]);
  const { form, answer, place, act } = words.receipt;
  return table(['*', 56, 28, 130], [head(form), head(answer), head(place, { alignment: 'right' }), head(act)], rows);
}

/** Checkpoint, receipt's digest and code stay together: cut off alone they still prove what they prove. */
function proof({ act, line }: Receipt, checkpoint: string, both: { readonly words: PaperWords; readonly other: PaperWords }): Block {
  const code = qr(line, both.words.receipt.code, MODULE_MM);
  const digest = says(digestLines(act.digest).join('\n'), { font: 'Mono', fontSize: 7.5 });
  return stack(
    [
      heading(both, ({ receipt }) => receipt.name),
      digest,
      heading(both, ({ receipt }) => receipt.checkpoint),
      says(checkpoint.trimEnd(), { font: 'Mono', fontSize: 5.6 }),
      { ...code, margin: [-8, 6, 0, 0] },
    ],
    { unbreakable: true },
  );
}
