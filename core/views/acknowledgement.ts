/**
 * A national centre's receipt before anybody records it: what the file says, who stands behind it, and, where it cannot be recorded,
 * the one thing that is wrong with it. What it says is shown also where it is false: that is how people notice.
 */
import { acknowledgementsOf, judgeAcknowledgement } from '../acknowledged.ts';
import { type OpenedAcknowledgement, openAcknowledgement, vouchFor } from '../acknowledgement.ts';
import { digest, utf8 } from '../bytes.ts';
import { isSame } from '../canonical.ts';
import { verifyEnvelope } from '../envelope.ts';
import type { Refusal } from '../result.ts';
import type { Centre } from '../state.ts';

/**
 * In this order: no receipt of this kind; altered after it was signed; of another election; signed by nobody for whom the commission
 * stands; of a contest, a version or a summary that was not declared here.
 */
type AcknowledgementFault = 'unreadable' | 'signature' | 'election' | 'stranger' | 'contest' | 'version' | 'summary';

interface SaidByReceipt {
  readonly by: string;
  readonly at: string;
  readonly contest: string;
  /** As the definition calls it; the identifier where it is not of this election. */
  readonly contestTitle: string;
  readonly version: number;
  /** Digest of the summary that arrived. */
  readonly summary: string;
  /** Fingerprint of the key that signed. */
  readonly signer: string;
}
export interface AcknowledgementView {
  readonly says?: SaidByReceipt;
  readonly fault?: AcknowledgementFault;
  /** By whose word the signer counts; only where nothing is wrong. */
  readonly vouched?: 'commission' | 'certificate';
  readonly isRecorded: boolean;
  /** SHA-256 of the file's text, by which an official records this one and no other; only where nothing is wrong. */
  readonly file?: string;
}

/** What an act can carry. */
const LONGEST = 20_000;

/** `text` is the file's, without the line feed at its end. */
export function acknowledgementView(centre: Centre, text: string): AcknowledgementView {
  const opened = text.length > LONGEST ? undefined : openAcknowledgement(text);
  if (!opened?.ok) return { fault: 'unreadable', isRecorded: false };
  const { content, signer } = opened.value;
  const said = { says: saidBy(centre, opened.value) };
  const fault = faultOf(centre, opened.value, text);
  if (fault !== undefined) return { ...said, fault, isRecorded: false };
  return {
    ...said,
    vouched: signer.id === centre.definition.commission.id ? 'commission' : 'certificate',
    isRecorded: acknowledgementsOf(centre, content.contest, content.version).some((one) => isSame(one, content)),
    file: digest(utf8(text)),
  };
}

function saidBy({ roll }: Centre, { content, signer }: OpenedAcknowledgement): SaidByReceipt {
  const { by, at, contest, version, summary } = content;
  const contestTitle = roll.contests.get(contest)?.contest.title ?? contest;
  return { by, at, contest, contestTitle, version, summary, signer: signer.id };
}

const FAULTS: Partial<Record<Refusal['code'], AcknowledgementFault>> = { 'R-NOT-IN-CONTEST': 'contest', 'R-NOT-DECLARED': 'version' };

/** The rules of the act itself come last, and none of them is told twice. */
function faultOf(centre: Centre, { envelope, content, signer }: OpenedAcknowledgement, receipt: string): AcknowledgementFault | undefined {
  if (!verifyEnvelope(envelope, signer).ok) return 'signature';
  if (content.election !== centre.definition.digest) return 'election';
  if (!vouchFor(signer, content.certificate, centre.definition).ok) return 'stranger';
  const { contest, version } = content;
  const refused = judgeAcknowledgement(centre, { body: { contest, version, receipt } });
  return refused === undefined ? undefined : (FAULTS[refused.code] ?? 'summary');
}
