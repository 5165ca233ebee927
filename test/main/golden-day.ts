/**
 * The smallest day worth playing: three stations, one contest, two agents, two clerks, two officials, one of the papers wrong. Nothing
 * in it is left to chance or to the clock, so its bundle is the same on every machine.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { rehearse } from '../../main/rehearse/day.ts';
import { COMMISSION_KEY, defineFolder } from '../format/demonstration.ts';
import { numberedRandom } from '../format/numbered-random.ts';

const ELECTION = {
  id: 'golden-day',
  title: 'The golden day',
  date: '2031-02-03',
  kind: 'rehearsal',
  commission: 'Commission of the Golden Files',
  county: { code: '900', name: 'Karatasi' },
  constituency: { code: '901', name: 'Mfano' },
  stationCap: 700,
  contests: [{ id: 'president', title: 'President', formA: '34A', formB: '34B' }],
};

const TABLES = {
  'stations.csv': [
    'code,name,ward_code,ward_name,registered',
    '900901900100101,Bahasha Primary School,9001,Kalamu,466',
    '900901900100201,Daftari Primary School,9001,Kalamu,512',
    '900901900200101,Jedwali Primary School,9002,Wino,390',
  ],
  'candidates.csv': ['contest,number,name,party', 'president,1,Twiga Mbuyu,Kite Party', 'president,2,Kobe Mwembe,Lantern Party'],
  'agents.csv': ['id,name,party', 'A1,Nyuki Mkuyu,Kite Party', 'A2,Chura Mchungwa,Lantern Party'],
  'officials.csv': [
    'id,name,role',
    'RO1,Bundi Mzambarau,ro',
    'DRO1,Korongo Mninga,dro',
    'C1,Chungu Mdalasini,clerk',
    'C2,Panzi Mkarafuu,clerk',
  ],
  'forms.csv': [
    'station_code,contest,serial,registered,rejected,objected,disputed,valid_foot,valid,v1,v2,ruling,reason',
    '900901900100101,president,34A-1,466,4,0,0,351,351,201,150,,',
    '900901900100201,president,34A-2,512,512,-,1,400,410,300,110,count,Line 1 was written into line 2.',
    '900901900200101,president,,,,,,,,,,not-held,The river took the bridge.',
  ],
};

/** Plays the day in a folder; answers the file of its bundle. */
export async function playGoldenDay(folder: string): Promise<string> {
  writeFileSync(path.join(folder, 'election.json'), JSON.stringify(ELECTION));
  for (const [name, lines] of Object.entries(TABLES)) writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
  const random = numberedRandom('the golden day');
  const software = { version: 'countersign, the golden day', digest: '4'.repeat(64) };
  const ignore = () => undefined;
  const order = { seed: 5, cost: 2 ** 10, random, software, certifyWith: COMMISSION_KEY, onPhase: ignore, onStep: ignore };
  const defined = defineFolder(folder, path.join(folder, 'forms.csv'));
  const { bundles } = await rehearse({ ...defined, ...order, folder: path.join(folder, 'day') });
  return bundles[0]?.file ?? '';
}
