/**
 * The files that were chosen are read on the page, and the bytes handed to the worker that asks for them, stretch by stretch: a page
 * opened from a file has no name of its own, and some browsers (those built on WebKit) let no worker of such a page read a file.
 */
import type { Sliced, VerifyOrder } from './order.ts';

/** A stretch of a bundle that the worker asks for; `ask` is the number of the question. */
export interface AskForBytes {
  readonly is: 'read';
  readonly ask: number;
  readonly bundle: number;
  readonly from: number;
  readonly to: number;
}
/** The bytes, or why there are none. */
export type HandedBytes = { readonly is: 'bytes'; readonly ask: number } & ({ readonly bytes: ArrayBuffer } | { readonly fault: string });

/** An order as it goes to the worker: of the bundles only name and size. */
export interface NamedOrder extends Omit<VerifyOrder, 'bundles'> {
  readonly is: 'order';
  readonly bundles: readonly Pick<Sliced, 'name' | 'size'>[];
}

export function namedOrder({ bundles, ...order }: VerifyOrder): NamedOrder {
  return { ...order, is: 'order', bundles: bundles.map(({ name, size }) => ({ name, size })) };
}

/** On the page: reads what is asked for. Never throws: a stick that was pulled out is an answer too. */
export async function handBytes(bundles: readonly Sliced[], { ask, bundle, from, to }: AskForBytes): Promise<HandedBytes> {
  try {
    const bytes = await bundles[bundle]?.slice(from, to).arrayBuffer();
    return bytes === undefined ? { is: 'bytes', ask, fault: 'no such file' } : { is: 'bytes', ask, bytes };
  } catch (error) {
    return { is: 'bytes', ask, fault: error instanceof Error ? error.message : String(error) };
  }
}

export interface HandedFiles {
  readonly bundles: readonly Sliced[];
  take(handed: HandedBytes): void;
}

/** In the worker: files whose stretches come when they are asked for. */
export function handedFiles(named: NamedOrder['bundles'], post: (ask: AskForBytes) => void): HandedFiles {
  const waiting = new Map<number, (handed: HandedBytes) => void>();
  let asked = 0;
  const read = async (bundle: number, from: number, to: number): Promise<ArrayBuffer> => {
    const ask = asked++;
    const handed = await new Promise<HandedBytes>((take) => {
      waiting.set(ask, take);
      post({ is: 'read', ask, bundle, from, to });
    });
    if ('fault' in handed) throw new Error(handed.fault);
    return handed.bytes;
  };
  return {
    bundles: named.map((file, at) => ({ ...file, slice: (from, to) => ({ arrayBuffer: () => read(at, from, to) }) })),
    take: (handed) => {
      waiting.get(handed.ask)?.(handed);
      waiting.delete(handed.ask);
    },
  };
}
