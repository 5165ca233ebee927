/** A practice election below `root`, as the one that the app opens: work waits in every room, and everybody has the practice words. */
import { must } from '../../core/result.ts';
import { openCentres } from '../../main/centres.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { SOFTWARE } from '../../main/software.ts';

/** Answers its data folder. */
export async function createBusyEvening(root: string): Promise<string> {
  const centres = openCentres(root);
  const folder = centres.newPracticeFolder();
  must(await createPractice(folder, { software: SOFTWARE })).office.close();
  must(centres.setCurrent(folder));
  return folder;
}
