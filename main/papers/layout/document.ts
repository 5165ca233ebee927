/**
 * The PDF file itself. The same paper has to give the same bytes on any machine, so its streams are packed by a library of ours
 * instead of the host's, whose packing differs between processors, and nothing in it is taken from the clock.
 */
import { unzlibSync, zlibSync } from 'fflate';
import PDFDocumentModule, { type FilePart } from 'pdfmake/js/PDFDocument.js';
import type { Paper } from './blocks.ts';
import { classIn } from './class-in.ts';
import { fonts } from './fonts.ts';
import { languageTag } from './tags.ts';

const PDFDocument = classIn(PDFDocumentModule);
const PACKED = 'FlateDecode';

export class PaperDocument extends PDFDocument {
  constructor(paper: Pick<Paper, 'title' | 'subject' | 'language' | 'at' | 'identity' | 'size'>) {
    const { width, height } = paper.size;
    super(
      fontTable(),
      {},
      {},
      {},
      {
        size: [width, height],
        pdfVersion: '1.7',
        tagged: true,
        displayTitle: true,
        compress: false,
        lang: languageTag(paper.language),
        autoFirstPage: false,
        info: informationOf(paper),
        font: null,
      },
    );
  }

  override ref(data: object): FilePart {
    const part = super.ref(data);
    const write = part.finalize.bind(part);
    part.finalize = () => {
      pack(part);
      write();
    };
    return part;
  }
}

/** Fonts are given as bytes, and each paper gets a list of its own, because pdfmake writes into it. */
function fontTable(): object {
  const { Sans, Condensed, Mono } = fonts();
  return { Sans: { ...Sans }, Condensed: { ...Condensed }, Mono: { ...Mono } };
}

/** PDF's date is that of what the paper says; the file's name for itself is a digest over all of this. */
function informationOf({ title, subject, at, identity }: Pick<Paper, 'title' | 'subject' | 'at' | 'identity'>): object {
  const date = new Date(at);
  return {
    Title: title,
    Subject: subject,
    Keywords: identity,
    Producer: 'Countersign',
    Creator: 'Countersign',
    CreationDate: date,
    ModDate: date,
  };
}

function pack(part: FilePart): void {
  const pieces = Array.isArray(part.buffer) ? part.buffer : [part.buffer];
  const bytes = Buffer.concat(pieces);
  const { Filter: filter } = part.data;
  if (bytes.length === 0 || (filter !== undefined && filter !== PACKED)) return;
  part.buffer = [Buffer.from(zlibSync(filter === PACKED ? unzlibSync(bytes) : bytes, { level: 6 }))];
  part.data.Filter = PACKED;
}
