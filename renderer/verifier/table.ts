/** What lies on the table: the bundles, and what their reader brings to judge them by. The same thing twice lies there once. */
import { equalBytes } from '../../core/bytes.ts';
import type { PublicKey } from '../../core/keys.ts';
import type { BroughtReceipt } from '../../core/verify-receipts.ts';
import type { VerifyOrder } from './order.ts';
import type { Sorted } from './sorting.ts';

export interface Table {
  readonly bundles: readonly File[];
  readonly key?: { readonly name: string; readonly key: PublicKey };
  readonly receipts: readonly BroughtReceipt[];
  readonly certificates: readonly { readonly name: string; readonly text: string }[];
  /** What was dropped and could not be used. */
  readonly refused: readonly Extract<Sorted, { is: 'private-key' | 'unknown' }>[];
}

export const EMPTY_TABLE: Table = { bundles: [], receipts: [], certificates: [], refused: [] };

/** Everything sorted is laid; what was refused before is forgotten. */
export function lay(table: Table, sorted: readonly Sorted[]): Table {
  return sorted.reduce(layOne, { ...table, refused: [] });
}

function layOne(table: Table, one: Sorted): Table {
  switch (one.is) {
    case 'bundle':
      return { ...table, bundles: [...table.bundles.filter((file) => !isSameFile(file, one.file)), one.file] };
    case 'key':
      return { ...table, key: { name: one.name, key: one.key } };
    case 'receipt':
      return { ...table, receipts: [...table.receipts.filter((known) => !isSameReceipt(known, one.receipt)), one.receipt] };
    case 'certificates':
      return { ...table, certificates: [...table.certificates.filter(({ text }) => text !== one.text), one] };
    case 'private-key':
    case 'unknown':
      return { ...table, refused: [...table.refused, one] };
  }
}

function isSameFile(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

function isSameReceipt(one: BroughtReceipt, other: BroughtReceipt): boolean {
  return equalBytes(one.bytes, other.bytes);
}

export function withoutKey({ key: _, ...table }: Table): Table {
  return table;
}

export function orderOf({ bundles, key, receipts, certificates }: Table, acceptRehearsal: boolean): VerifyOrder {
  return {
    ...{ bundles, receipts, acceptRehearsal },
    ...(key === undefined ? {} : { anchor: key.key.text }),
    certificates: certificates.map(({ text }) => text),
  };
}
