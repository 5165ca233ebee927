/**
 * Scanned papers in PDF files, drawn page by page onto a canvas. The reader is loaded when the first such file is shown, works in a
 * thread of its own for each file, and takes every part of itself from the app; nothing in a PDF file is run. A file that takes more of
 * the machine than a paper does loses its thread, and whoever shows it is told.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { MOST_DOTS } from '../../core/scan-limits.ts';
import { LONGEST_DRAWING, NEXT_PAGE, TOO_MUCH } from './drawing-limits.ts';

export interface OpenedPdf {
  readonly pages: number;
  /** Draws a page, counted from 1, with `longest` pixels on its longer side. Answers whether anything was drawn on it. */
  draw(page: number, canvas: HTMLCanvasElement, longest: number): Promise<boolean>;
  close(): void;
}

/** Whether a file was given up because it takes more time or memory than a paper may. */
export function isTooMuch(error: unknown): boolean {
  return error === TOO_MUCH;
}

let spare: Worker | undefined;

function newThread(): Worker {
  return new Worker(new URL('./drawing-thread.ts', import.meta.url), { type: 'module' });
}

function takeThread(): Worker {
  const taken = spare ?? newThread();
  spare = undefined;
  return taken;
}

function partAt(place: string): string {
  return new URL(`/pdf/${place}`, window.location.href).href;
}

/** Rejects where the bytes are no PDF file that can be read, and with TOO_MUCH, see `isTooMuch`. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const reader = await import('pdfjs-dist');
  const thread = takeThread();
  const within = boundsOf(thread);
  const worker = reader.PDFWorker.create({ port: thread });
  const close = () => {
    worker.destroy();
    thread.terminate();
  };
  const task = reader.getDocument({
    // The bytes go over to the other thread for good: the window keeps its own.
    data: bytes.slice(),
    worker,
    useWorkerFetch: true,
    wasmUrl: partAt('wasm/'),
    iccUrl: partAt('iccs/'),
    standardFontDataUrl: partAt('standard_fonts/'),
    enableXfa: false,
    stopAtErrors: true,
    maxImageSize: MOST_DOTS,
    verbosity: reader.VerbosityLevel.ERRORS,
  });
  try {
    const document = await within(task.promise);
    return {
      pages: document.numPages,
      draw: (page, canvas, longest) => within(draw(document, page, canvas, longest)),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Bounds each piece of a thread's work, in time and in what the thread may take; work beyond them ends with the thread. */
function boundsOf(thread: Worker): <T>(work: Promise<T>) => Promise<T> {
  let isOver = false;
  return (work) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        isOver = true;
        thread.terminate();
        reject(TOO_MUCH);
      };
      if (isOver) return stop();
      const hear = ({ data }: MessageEvent) => {
        if (data === TOO_MUCH) stop();
      };
      const timer = setTimeout(stop, LONGEST_DRAWING);
      thread.addEventListener('message', hear);
      thread.postMessage(NEXT_PAGE);
      const settle = () => {
        clearTimeout(timer);
        thread.removeEventListener('message', hear);
        spare ??= newThread();
      };
      work.then(resolve, reject).finally(settle);
    });
}

async function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, longest: number): Promise<boolean> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: longest / Math.max(natural.width, natural.height) });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport, background: '#ffffff' }).promise;
  return hasInk(canvas);
}

/** A picture that could not be read leaves its page white: a page without a mark is told apart from one with. */
function hasInk(canvas: HTMLCanvasElement): boolean {
  const drawn = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  return drawn?.some((value) => value < 250) ?? false;
}
