/**
 * The picture of a practice paper: a one-page PDF with the form's rows as the clerk would read them, stamped REHEARSAL. It stands
 * where a real centre has the scan of the real form.
 */
import type { PaperForm } from '../forms-file.ts';

const TOP = 800;
const LINE = 14;

/** The bytes of the picture; the same form gives the same bytes. */
export function practicePaper(form: PaperForm): Uint8Array {
  const rows = Object.entries(form.figures ?? {}).map(([row, figure]) => `${row}: ${figure}`);
  const lines = ['REHEARSAL', `contest ${form.contest}, station ${form.station}, serial ${form.serial}`, ...rows];
  const text = lines.map((line, at) => `BT /F1 10 Tf 40 ${TOP - at * LINE} Td (${escapeText(line)}) Tj ET`).join('\n');
  return pdfOf(text);
}

function escapeText(line: string): string {
  return line.replaceAll(/[\\()]/g, '\\$&').replaceAll(/[^\x20-\x7e]/g, '?');
}

function pdfOf(content: string): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return new TextEncoder().encode(`${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}${trailer}`);
}
