/**
 * A station's paper as screens draw it: which form, which station, the rows in printed order with the names beside them. Entry,
 * differences, signing and read-back all draw this one description.
 */
import { COUNT_ROWS, candidateRow, TABLE_TOTAL } from '../form.ts';
import { present } from '../result.ts';
import { type Centre, contestOf, type Form, type Scan } from '../state.ts';

export interface PaperRow {
  readonly row: string;
  readonly section: 'candidates' | 'counts';
  /** The number printed on the paper beside the row; the foot of the table has none. */
  readonly line?: number;
  /** A candidate's name and party; the other rows' words stand in the dictionary under their code. */
  readonly name?: string;
  readonly party?: string;
}

export interface PaperStation {
  readonly code: string;
  readonly name: string;
  readonly ward: string;
  readonly registered: number;
}

/** A form by its name in the law, its contest and its station. */
export interface ListedForm {
  readonly form: string;
  readonly revision: number;
  readonly contest: string;
  readonly contestTitle: string;
  readonly formName: string;
  readonly station: PaperStation;
}

export interface Paper extends ListedForm {
  readonly rows: readonly PaperRow[];
  readonly scans: readonly Scan[];
  /** Why there is no scan, in the words of whoever received the paper. */
  readonly scanAbsent?: string;
  readonly serial: string;
}

export function listedForm(centre: Centre, { id, revision, contest, station }: Form): ListedForm {
  const { title, formA } = contestOf(centre, contest).contest;
  return { form: id, revision, contest, contestTitle: title, formName: formA, station: stationOf(centre, station) };
}

export function paperOf(centre: Centre, form: Form): Paper {
  return {
    ...listedForm(centre, form),
    rows: paperRows(centre, form.contest),
    scans: form.scans,
    ...(form.scanAbsent === undefined ? {} : { scanAbsent: form.scanAbsent }),
    serial: form.particulars.serial,
  };
}

export function stationOf(centre: Centre, code: string): PaperStation {
  const { name, ward, registered } = present(centre.roll.stations.get(code), `station ${code}`);
  const wardName = centre.definition.content.wards.find((area) => area.code === ward)?.name ?? ward;
  return { code, name, ward: wardName, registered };
}

export function paperRows(centre: Centre, contest: string): readonly PaperRow[] {
  const { candidates } = contestOf(centre, contest).contest;
  const rows: readonly PaperRow[] = candidates.map(({ number, name, party }) => ({
    ...{ row: candidateRow(number), section: 'candidates', line: number, name, party },
  }));
  const counts = COUNT_ROWS.map(({ code, line }): PaperRow => ({ row: code, section: 'counts', ...(line === undefined ? {} : { line }) }));
  return [...rows, { row: TABLE_TOTAL, section: 'candidates' }, ...counts];
}
