/** A practice evening in a data folder of its own, prepared by the office before the app is started on it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { must } from '../../../core/result.ts';
import { openCentres } from '../../../main/centres.ts';
import type { Office } from '../../../main/office/office.ts';
import { createPractice } from '../../../main/practice/practice.ts';
import { SOFTWARE } from '../../../main/software.ts';

export interface Evening {
  readonly dataFolder: string;
  /** Where the centre lies. */
  readonly place: string;
  /** The folder with the pictures of papers that have not come. */
  readonly papers: string;
}

/** `prepare` does what is to have happened before; it finds nobody at the keyboard and is handed everybody's passphrase. */
export async function eveningWith(
  prepare: (office: Office, passphrase: string) => Promise<void> = async () => undefined,
): Promise<Evening> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'countersign-'));
  const centres = openCentres(dataFolder);
  const place = centres.newPracticeFolder();
  const { office, passphrase, papers } = must(await createPractice(place, { software: SOFTWARE }));
  await prepare(office, passphrase);
  office.close();
  must(centres.setCurrent(place));
  return { dataFolder, place, papers };
}
