/**
 * The worker that verifies while the page goes on answering. It takes one order, asks the page for the bytes it needs, tells how far
 * it has come a few times a second, and hands back plain accounts; to stop it is to end it.
 */
import * as z from 'zod/mini';
import { type HandedBytes, type HandedFiles, handedFiles, type NamedOrder } from './handed-bytes.ts';
import { judgeAll } from './judging.ts';
import type { VerifyOrder, VerifyProgress, VerifyReport } from './order.ts';
import { signatureEngine } from './signature-engine.ts';

const TELL_EVERY = 100;

// The page forbids code that is made while it runs; the reader of shapes must not even try.
z.config({ jitless: true });

function tell(report: VerifyReport): void {
  self.postMessage(report);
}

function sparingly(): (progress: VerifyProgress) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - told < TELL_EVERY) return;
    told = now;
    tell({ is: 'progress', ...progress });
  };
}

async function verify(order: VerifyOrder): Promise<void> {
  const began = performance.now();
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  const engine = await signatureEngine(subtle);
  const bundles = await judgeAll(order, engine.verify, sparingly());
  tell({ is: 'done', bundles, engine: engine.name, milliseconds: Math.round(performance.now() - began) });
}

let files: HandedFiles | undefined;

self.addEventListener('message', ({ data }: MessageEvent<NamedOrder | HandedBytes>) => {
  if (data.is === 'bytes') return files?.take(data);
  files = handedFiles(data.bundles, (ask) => self.postMessage(ask));
  void verify({ ...data, bundles: files.bundles });
});
