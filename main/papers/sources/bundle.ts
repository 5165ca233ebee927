/**
 * A bundle as the source of papers: whoever received one can print its form and its error report again, byte for byte, and compare
 * them with the papers of the centre. A bundle that fails its verification gives no paper.
 */
import { DEFINITION, SUMMARY } from '../../../core/bundle.ts';
import { checkList } from '../../../core/checks.ts';
import { readDefinition } from '../../../core/definition.ts';
import { must, ok, present, type Result, refuse } from '../../../core/result.ts';
import { checkManifest, envelopeIn, openBundle, textOf } from '../../../core/verify-container.ts';
import { checkJournal } from '../../../core/verify-journal.ts';
import { versionNamed } from '../../../core/verify-summary.ts';
import { fileSource } from '../../bundle/file-source.ts';
import { verifyFiles } from '../../verify-file.ts';
import { summaryNow, type Told } from './summaries.ts';

/** The summary that a bundle holds. Refuses E-CONTENT with the first check that failed. */
export async function summaryInBundle(file: string): Promise<Result<Told>> {
  const [verified] = await verifyFiles([file], { receipts: [], certificates: [], acceptRehearsal: true });
  const { verdict, checks } = present(verified, 'a verification').verification;
  const fault = checks.find(({ status }) => status === 'failed');
  if (verdict === 'failed') return refuse('E-CONTENT', `the bundle fails its verification: ${fault?.name}: ${fault?.detail}`, file);
  return ok(await replayed(file));
}

/** Follows the journal of a bundle that was just verified, to the state it ends with. */
async function replayed(file: string): Promise<Told> {
  const checks = checkList();
  const source = fileSource(file);
  try {
    const opened = present(await openBundle(checks, source), 'a bundle');
    const manifest = present(await checkManifest(checks, opened), 'a manifest');
    const definition = must(readDefinition(must(envelopeIn(opened, DEFINITION))));
    const { journal, signatures } = checkJournal(checks, opened, manifest, definition, async (jobs) => jobs.map(() => true));
    await signatures;
    const { size } = journal.frontier();
    const head = { size, root: present(journal.rootAt(size), 'root') };
    return summaryNow(journal.centre(), manifest.contest, head, versionNamed(textOf(opened, SUMMARY)));
  } finally {
    source.close();
  }
}
