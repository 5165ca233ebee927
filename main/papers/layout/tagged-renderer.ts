/**
 * Draws the pages that pdfmake has laid out, and says of each piece what it is: text belongs to its place in the tree of tags, rules
 * and backgrounds are decoration. Stamps across a page are drawn as shapes and not as text, so that they are never read between two
 * figures.
 */
import type PDFDocumentType from 'pdfmake/js/PDFDocument.js';
import type { Face, StructureElement } from 'pdfmake/js/PDFDocument.js';
import RendererModule from 'pdfmake/js/Renderer.js';
import { classIn } from './class-in.ts';
import { newTag, type Tag } from './tags.ts';

const Renderer = classIn(RendererModule);

interface Inline {
  readonly tag?: Tag;
}
interface Watermarked {
  readonly watermark: { readonly text: string; readonly font: Face; readonly fontSize: number; readonly angle: number };
}
/** Light enough for figures to be read on it. */
const WATERMARK_GREY = '#ebebeb';

export class TaggedRenderer extends Renderer {
  readonly #elements = new Map<Tag, StructureElement>();
  /** Heads of a table that are drawn again on its next page are read once. */
  readonly #drawn = new WeakSet<Inline>();

  override renderLine(line: { readonly inlines: readonly Inline[] }, x: number, y: number): void {
    const [first] = line.inlines;
    const tag = first === undefined || this.#drawn.has(first) ? undefined : first.tag;
    if (first !== undefined) this.#drawn.add(first);
    this.#marked(tag, () => super.renderLine(line, x, y));
  }
  override renderVector(vector: object): void {
    this.#marked(undefined, () => super.renderVector(vector));
  }
  override renderImage(image: object): void {
    this.#marked((image as Inline).tag, () => super.renderImage(image));
  }
  override renderSVG(drawing: object): void {
    this.#marked((drawing as Inline).tag, () => super.renderSVG(drawing));
  }

  /** It would come after a page's pieces and lie over them: `behind` draws it before them. */
  override renderWatermark(): void {}

  /** The words across the page as outlines, before anything else is drawn on it. */
  behind(page: object): void {
    if (!('watermark' in page) || page.watermark === undefined) return;
    const { watermark } = page as Watermarked;
    this.#marked(undefined, () => drawAcross(this.pdfDocument, watermark));
  }

  #marked(tag: Tag | undefined, draw: () => void): void {
    const document = this.pdfDocument;
    if (tag === undefined) {
      document.markContent('Artifact', { type: 'Layout' });
      draw();
      document.endMarkedContent();
      return;
    }
    const content = document.markStructureContent(tag.role);
    draw();
    document.endMarkedContent();
    this.#element(tag).add(content);
  }

  #element(tag: Tag): StructureElement {
    const known = this.#elements.get(tag);
    if (known !== undefined) return known;
    const { lang, alt, scope, columns } = tag;
    const element = this.pdfDocument.struct(tag.role, { lang, alt });
    const attributes = { ...(scope === undefined ? {} : { Scope: scope }), ...(columns === undefined ? {} : { ColSpan: columns }) };
    if (Object.keys(attributes).length > 0) element.dictionary.data.A = { O: 'Table', ...attributes };
    this.#elements.set(tag, element);
    return element;
  }

  /** Writes the tree, when all pages are drawn: what stands in it and where, in reading order. */
  finish(parts: readonly Tag[]): void {
    const root = this.#element(newTag('Document'));
    this.pdfDocument.addStructure(root);
    for (const part of parts) this.#attach(root, part);
    root.end();
  }

  #attach(parent: StructureElement, tag: Tag): void {
    const element = this.#element(tag);
    parent.add(element);
    for (const child of tag.children) this.#attach(element, child);
  }
}

function drawAcross(document: PDFDocumentType, { text, font, fontSize, angle }: Watermarked['watermark']): void {
  const { width, height } = document.page;
  const scale = fontSize / font.font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  document.save();
  document.rotate(angle, { origin: [width / 2, height / 2] });
  document.translate(width / 2 - font.widthOfString(text, fontSize) / 2, height / 2 + (font.ascender / 1000) * fontSize * 0.35);
  document.scale(scale, -scale);
  document.fillColor(WATERMARK_GREY);
  let along = 0;
  for (const [at, glyph] of glyphs.entries()) {
    drawAt(document, glyph.path.toSVG(), along);
    along += ((positions[at]?.xAdvance ?? 0) * font.font.unitsPerEm) / 1000;
  }
  document.restore();
}

function drawAt(document: PDFDocumentType, outline: string, along: number): void {
  if (outline === '') return;
  document.save();
  document.translate(along, 0);
  document.path(outline).fill();
  document.restore();
}
