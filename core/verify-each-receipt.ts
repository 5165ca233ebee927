/**
 * What each receipt says on its own. The named check of a verification tells the first fault of all receipts together; an agent who
 * brings one of several wants to know what became of that one.
 */
import { type CheckStatus, checkList } from './checks.ts';
import { type Against, checkReceipts } from './verify-receipts.ts';

export interface JudgedReceipt {
  /** The file's own name. */
  readonly name: string;
  readonly status: CheckStatus;
  readonly detail: string;
}

/** One outcome for each receipt, in the order in which they were brought. */
export function judgeEachReceipt(
  receipts: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  against: Against,
): readonly JudgedReceipt[] {
  return receipts.flatMap((receipt) => {
    const own = checkList();
    checkReceipts(own, [receipt], against);
    return own.all().map(({ status, detail }) => ({ name: receipt.name, status, detail }));
  });
}
