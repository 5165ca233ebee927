/**
 * What pdf.js needs beside its own code to draw a scanned paper: the decoders for JBIG2, CCITT and JPEG 2000 pictures and for colour
 * profiles, and fonts for text whose font is not in the file. They are laid beside the pages under their own names, because pdf.js
 * asks for them by name; their licences go with them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = path.join(import.meta.dirname, '../node_modules/pdfjs-dist');
const FOLDERS = ['wasm', 'standard_fonts', 'iccs'];
/** Scripts in PDF files are never run, and browsers without WebAssembly are not served. */
const LEFT_OUT = /^quickjs|_nowasm_|QUICKJS/;

export function pdfFiles(): Plugin {
  return {
    name: 'countersign-pdf-files',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      for (const folder of FOLDERS) {
        for (const file of readdirSync(path.join(PACKAGE, folder)).filter((name) => !LEFT_OUT.test(name))) {
          this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${file}`, source: readFileSync(path.join(PACKAGE, folder, file)) });
        }
      }
    },
  };
}
