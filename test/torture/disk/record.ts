/** What a program did to its disk, as power.c wrote it down: record by record, in the order in which it was done. */

export type Operation =
  | { readonly is: 'opened'; readonly file: number; readonly path: string; readonly isEmptied: boolean }
  | { readonly is: 'written'; readonly file: number; readonly offset: number; readonly bytes: Buffer }
  | { readonly is: 'cut'; readonly file: number; readonly length: number }
  | { readonly is: 'synced'; readonly file: number }
  | { readonly is: 'renamed' | 'linked'; readonly from: string; readonly to: string }
  | { readonly is: 'unlinked' | 'folder' | 'removed'; readonly path: string }
  /** What the program said, at this place among its deeds. */
  | { readonly is: 'marked'; readonly bytes: Buffer };

const HEAD = 25;

export function operationsIn(log: Buffer): readonly Operation[] {
  const operations: Operation[] = [];
  for (let at = 0; at + HEAD <= log.length; at += log.readUInt32LE(at)) {
    const record = log.subarray(at, at + log.readUInt32LE(at));
    operations.push(operationIn(record));
  }
  return operations;
}

function operationIn(record: Buffer): Operation {
  const file = record.readUInt32LE(5);
  const offset = Number(record.readBigUInt64LE(9));
  const split = HEAD + record.readUInt32LE(17);
  const bytes = record.subarray(HEAD, split);
  const text = bytes.toString();
  const other = record.subarray(split).toString();
  switch (record[4]) {
    case 1:
      return { is: 'opened', file, path: text, isEmptied: (offset & 2) !== 0 };
    case 2:
      return { is: 'written', file, offset, bytes };
    case 3:
      return { is: 'cut', file, length: offset };
    case 4:
      return { is: 'synced', file };
    case 5:
      return { is: 'renamed', from: text, to: other };
    case 6:
      return { is: 'linked', from: text, to: other };
    case 7:
      return { is: 'unlinked', path: text };
    case 8:
      return { is: 'folder', path: text };
    case 9:
      return { is: 'marked', bytes };
    case 10:
      return { is: 'removed', path: text };
    default:
      throw new Error(`broken invariant: a record of kind ${record[4]}`);
  }
}
