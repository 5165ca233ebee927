/**
 * From the description of a paper to its PDF: one way for the app, the command line and the tests. The same description gives the
 * same bytes on any day, in any time zone, on any machine.
 */
import LayoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import SvgMeasureModule from 'pdfmake/js/SVGMeasure.js';
import type { Block, Paper } from './blocks.ts';
import { classIn } from './class-in.ts';
import { PaperDocument } from './document.ts';
import { widthOf } from './measure.ts';
import { TaggedRenderer } from './tagged-renderer.ts';
import { bound, newTag, type Tag } from './tags.ts';

const LayoutBuilder = classIn(LayoutBuilderModule);
const SvgMeasure = classIn(SvgMeasureModule);
const DEFAULT_LOOK = { font: 'Sans', fontSize: 9, lineHeight: 1.05 };

/** The bytes of the PDF. */
export async function render(paper: Paper): Promise<Uint8Array> {
  const document = new PaperDocument(paper);
  const [head, body, foot] = [newTag('Sect'), newTag('Sect'), newTag('Sect')];
  const builder = new LayoutBuilder({ ...paper.size, orientation: orientationOf(paper) }, paper.margins, new SvgMeasure());
  const pages = builder.layoutDocument(
    { stack: paper.content.map((block) => bound(block, body)) },
    document,
    {},
    DEFAULT_LOOK,
    undefined,
    onEveryPage(paper.head, head, { ...paper, top: HEAD_TOP }),
    onEveryPage(paper.foot, foot, { ...paper, top: 0 }),
    watermarkOf(paper),
  );
  draw(
    document,
    pages,
    [head, body, foot].filter(({ children }) => children.length > 0),
  );
  return bytesOf(document);
}

const HEAD_TOP = 24;
const LARGEST_STAMP = 84;

/** Across the page from corner to corner, no larger than its diagonal. */
function watermarkOf({ watermark, size }: Paper): object | undefined {
  if (watermark === undefined) return undefined;
  const room = 0.8 * Math.hypot(size.width, size.height);
  const fontSize = Math.min(LARGEST_STAMP, room / widthOf(watermark, { font: 'Sans', fontSize: 1, bold: true }));
  return { text: watermark, bold: true, opacity: 1, fontSize };
}

function orientationOf({ size }: Paper): string {
  return size.width > size.height ? 'landscape' : 'portrait';
}

/** What stands on every page is read on the first one and is decoration on the others. */
function onEveryPage(block: Paper['head'], tag: Tag, { margins, top }: Paper & { readonly top: number }) {
  if (block === undefined) return undefined;
  return (page: number, pages: number) => {
    const shown: Block = { stack: [block(page, pages)], margin: [margins.left, top, margins.right, 0] };
    return bound(shown, page === 1 ? tag : undefined);
  };
}

function draw(document: PaperDocument, pages: readonly object[], parts: readonly Tag[]): void {
  const renderer = new TaggedRenderer(document);
  for (const page of pages) {
    document.once('pageAdded', () => renderer.behind(page));
    renderer.renderPages([page]);
  }
  renderer.finish(parts);
  document.end();
}

async function bytesOf(document: PaperDocument): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of document) pieces.push(piece);
  return Buffer.concat(pieces);
}
