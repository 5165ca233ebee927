/**
 * Printing: a page as the bytes of a PDF document, with Electron's options translated into Chromium's. Lengths are inches on both
 * sides.
 */
import type { Connection } from './connection.ts';
import { text } from './payload.ts';

export interface PaperOptions {
  readonly landscape?: boolean;
  readonly displayHeaderFooter?: boolean;
  readonly printBackground?: boolean;
  readonly scale?: number;
  readonly pageSize?: string | { readonly width: number; readonly height: number };
  readonly margins?: { readonly top?: number; readonly bottom?: number; readonly left?: number; readonly right?: number };
  readonly pageRanges?: string;
  readonly headerTemplate?: string;
  readonly footerTemplate?: string;
  readonly preferCSSPageSize?: boolean;
  readonly generateTaggedPDF?: boolean;
  readonly generateDocumentOutline?: boolean;
}

const SIZES: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  A3: { width: 11.7, height: 16.54 },
  A4: { width: 8.27, height: 11.69 },
  A5: { width: 5.83, height: 8.27 },
  Legal: { width: 8.5, height: 14 },
  Letter: { width: 8.5, height: 11 },
  Tabloid: { width: 11, height: 17 },
};

export async function printToPaper(connection: Connection, session: string, options: PaperOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins = {}, ...same } = options;
  const size = typeof pageSize === 'string' ? SIZES[pageSize] : pageSize;
  if (size === undefined) throw new Error(`Invalid pageSize ${String(pageSize)}`);
  const edges = Object.entries(margins).map(([edge, length]) => [`margin${edge.charAt(0).toUpperCase()}${edge.slice(1)}`, length]);
  const parameters = { ...same, ...Object.fromEntries(edges), paperWidth: size.width, paperHeight: size.height };
  return Buffer.from(text(await connection.send('Page.printToPDF', parameters, session), 'data'), 'base64');
}
