/**
 * The parts of pdfmake that papers are made with. Its own way in has a flag that calls any document tagged; the parts below it let us
 * write real tags while its layout, tables and line breaks stay as they are.
 */
declare module 'pdfmake/js/PDFDocument.js' {
  export interface StructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> };
    add(child: unknown): this;
    end(): void;
  }
  export interface Glyph {
    readonly path: { toSVG(): string };
  }
  export interface Face {
    readonly font: { readonly unitsPerEm: number };
    readonly ascender: number;
    widthOfString(text: string, size: number): number;
    lineHeight(size: number): number;
    layout(text: string): { readonly glyphs: readonly Glyph[]; readonly positions: readonly { readonly xAdvance: number }[] };
  }
  /** A part of the file, numbered; written when it is final. */
  export interface FilePart {
    buffer: Uint8Array[] | Uint8Array;
    readonly data: Record<string, unknown>;
    finalize(): void;
  }
  export default class PDFDocument {
    constructor(fonts: object, images: object, patterns: object, attachments: object, options: object);
    readonly page: { readonly width: number; readonly height: number };
    provideFont(family: string, bold: boolean, italics: boolean): Face;
    ref(data: object): FilePart;
    struct(role: string, options?: object): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: string, options?: object): this;
    markStructureContent(tag: string): unknown;
    endMarkedContent(): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(x: number, y: number): this;
    rotate(angle: number, options: { readonly origin: readonly [number, number] }): this;
    path(outline: string): this;
    fillColor(colour: string): this;
    fill(colour?: string): this;
    once(event: 'pageAdded', then: () => void): this;
    end(): void;
    [Symbol.asyncIterator](): AsyncIterator<Uint8Array>;
  }
}
declare module 'pdfmake/js/LayoutBuilder.js' {
  export default class LayoutBuilder {
    constructor(pageSize: object, margins: object, svgMeasure: unknown);
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: unknown,
      document: unknown,
      styles: object,
      defaultStyle: object,
      background: unknown,
      header: unknown,
      footer: unknown,
      watermark: unknown,
    ): readonly object[];
  }
}
declare module 'pdfmake/js/SVGMeasure.js' {
  export default class SVGMeasure {}
}
declare module 'pdfmake/js/tableLayouts.js' {
  export const tableLayouts: object;
}
declare module 'pdfmake/js/Renderer.js' {
  import type PDFDocument from 'pdfmake/js/PDFDocument.js';
  export default class Renderer {
    constructor(document: PDFDocument);
    readonly pdfDocument: PDFDocument;
    renderPages(pages: readonly object[]): void;
    renderLine(line: object, x: number, y: number): void;
    renderVector(vector: object): void;
    renderImage(image: object): void;
    renderSVG(drawing: object): void;
    renderWatermark(page: object): void;
  }
}
