/**
 * `datapackage.json`: what the columns of `results.csv` mean, in the words of the Frictionless Data Package, so that a program can
 * load the table and check it without asking anybody. It names the summary and the version that the table was derived from; no
 * licence is claimed, because what may be done with the public record is for the law to say.
 */
import type { BundleState } from '../bundle.ts';
import { digest } from '../bytes.ts';
import { canonicalBytes } from '../canonical.ts';
import { CONSTITUENCY_FORMS } from '../form.ts';
import type { SummaryContent } from '../summary.ts';
import { CSV_COLUMNS, type CsvColumn, FIGURE_STATUSES } from './results-csv.ts';

const DISPOSITIONS = ['counted', 'disregarded', 'not-held', 'postponed', 'lost', 'cancelled', 'set-aside', 'in-hand', 'awaited'];
const STATES: readonly BundleState[] = ['provisional', 'ready', 'declared'];

interface FieldMeaning {
  readonly type: 'string' | 'integer';
  readonly description: string;
  readonly constraints: object;
}

function words(description: string, constraints: object = { required: true }): FieldMeaning {
  return { type: 'string', description, constraints };
}
function oneOf(description: string, choices: readonly string[]): FieldMeaning {
  return words(description, { required: true, enum: choices });
}
function number(description: string, constraints: object): FieldMeaning {
  return { type: 'integer', description, constraints };
}

const MEANINGS: Readonly<Record<CsvColumn, FieldMeaning>> = {
  election_kind: oneOf('whether this was an election or a rehearsal', ['live', 'rehearsal']),
  constituency_code: words('code of the constituency'),
  constituency: words('name of the constituency'),
  contest: words('identifier of the contest in the definition'),
  form: oneOf('form of the constituency', CONSTITUENCY_FORMS),
  version: number('version of the summary; 0 where nobody has prepared one', { required: true, minimum: 0 }),
  state: oneOf('how far the summary had come', STATES),
  ward: words('code of the ward'),
  station: words('code of the polling station'),
  station_name: words('name of the polling station'),
  disposition: oneOf('what became of the station’s result; only counted ones are in the totals', DISPOSITIONS),
  register: number('registered voters by the gazetted register', { required: true, minimum: 0 }),
  row: words('row of the station’s form, as in summary.json'),
  row_kind: oneOf('a candidate’s votes, or a total or count line of the form', ['candidate', 'total']),
  candidate: number('number on the ballot paper; empty for totals', { minimum: 1 }),
  candidate_name: words('name on the ballot paper; empty for totals', {}),
  party: words('party of the candidate; empty for totals', {}),
  count: number('the figure as written on the form; empty where none is', { minimum: 0 }),
  status: oneOf('whether a figure is written, the box is blank or unreadable, or no form stands for the station', FIGURE_STATUSES),
};

/** The description's bytes, canonical; `summary` is the digest of the summary, `csv` the bytes described. */
export function dataPackageBytes(content: SummaryContent, summary: string, csv: Uint8Array): Uint8Array {
  const { contest, constituency, election, version, prepared } = content;
  const name = `${constituency.code}-${contest.id}`.toLowerCase();
  return canonicalBytes({
    profile: 'tabular-data-package',
    name,
    id: summary,
    title: `${contest.title}, ${constituency.name} (${constituency.code})`,
    description: DESCRIPTION,
    version: String(version),
    created: prepared.at,
    sources: [{ title: `${election.title}, ${election.date}: summary.json, version ${version}, SHA-256 ${summary}` }],
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'results',
        path: 'results.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: csv.length,
        hash: `sha256:${digest(csv)}`,
        dialect: { delimiter: ',', doubleQuote: true, header: true, lineTerminator: '\r\n', quoteChar: '"', skipInitialSpace: false },
        schema: {
          fields: CSV_COLUMNS.map((column) => ({ name: column, ...MEANINGS[column] })),
          missingValues: [''],
          primaryKey: ['constituency_code', 'contest', 'station', 'row'],
        },
      },
    ],
  });
}

const DESCRIPTION =
  'Every figure of one contest as written on the forms of its polling stations, derived from summary.json. ' +
  'A name that a spreadsheet would take for a formula has an apostrophe before it; figures are never altered.';
