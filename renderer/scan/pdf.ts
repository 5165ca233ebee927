/**
 * Scanned papers in PDF files, drawn page by page onto a canvas. The reader is loaded when the first such file is shown, works in a
 * thread of its own, and takes every part of itself from the app; nothing in a PDF file is run.
 */
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { MOST_DOTS } from '../../core/scan-limits.ts';

export interface OpenedPdf {
  readonly pages: number;
  /** Draws a page, counted from 1, with `longest` pixels on its longer side. Answers whether anything was drawn on it. */
  draw(page: number, canvas: HTMLCanvasElement, longest: number): Promise<boolean>;
  close(): void;
}

type Reader = typeof import('pdfjs-dist');
let coming: Promise<{ readonly reader: Reader; readonly worker: PDFWorker }> | undefined;

async function load(): Promise<{ readonly reader: Reader; readonly worker: PDFWorker }> {
  const reader = await import('pdfjs-dist');
  const port = new Worker(partAt('pdf.worker.min.mjs'), { type: 'module' });
  return { reader, worker: reader.PDFWorker.create({ port }) };
}

function partAt(place: string): string {
  return new URL(`/pdf/${place}`, window.location.href).href;
}

/** Rejects where the bytes are no PDF file that can be read. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  coming ??= load();
  const { reader, worker } = await coming;
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
  const document = await task.promise;
  return {
    pages: document.numPages,
    draw: (page, canvas, longest) => draw(document, page, canvas, longest),
    close: () => void task.destroy(),
  };
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
