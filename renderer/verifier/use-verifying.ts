/** One verification at a time: begun, told how far it has come, stopped, or done. Whatever is begun anew ends the one before. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type AskForBytes, handBytes, namedOrder } from './handed-bytes.ts';
import type { VerifyOrder, VerifyProgress, VerifyReport } from './order.ts';
import VerifyWorker from './verify-worker.ts?worker&inline';

export type Verifying =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly progress?: VerifyProgress }
  | { readonly is: 'broken'; readonly detail: string }
  | Extract<VerifyReport, { is: 'done' }>;

export interface VerifyingDeeds {
  readonly verifying: Verifying;
  start(order: VerifyOrder): void;
  /** Ends a running verification, and forgets a finished one. */
  stop(): void;
}

async function hand(worker: Worker, { bundles }: VerifyOrder, ask: AskForBytes): Promise<void> {
  const handed = await handBytes(bundles, ask);
  worker.postMessage(handed, 'bytes' in handed ? [handed.bytes] : []);
}

export function useVerifying(): VerifyingDeeds {
  const [verifying, become] = useState<Verifying>({ is: 'idle' });
  const running = useRef<Worker>(undefined);
  const end = useCallback(() => {
    running.current?.terminate();
    running.current = undefined;
  }, []);
  useEffect(() => end, [end]);
  const start = (order: VerifyOrder) => {
    end();
    const worker = new VerifyWorker();
    running.current = worker;
    become({ is: 'running' });
    worker.onmessage = ({ data }: MessageEvent<VerifyReport | AskForBytes>) => {
      if (running.current !== worker) return;
      if (data.is === 'read') return void hand(worker, order, data);
      if (data.is === 'progress') return become({ is: 'running', progress: data });
      end();
      become(data);
    };
    worker.onerror = ({ message }) => {
      if (running.current !== worker) return;
      end();
      become({ is: 'broken', detail: message });
    };
    worker.postMessage(namedOrder(order));
  };
  const stop = () => {
    end();
    become({ is: 'idle' });
  };
  return { verifying, start, stop };
}
