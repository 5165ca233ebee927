/** The thread that reads PDF files: the counting first, then the reader. */
import './drawing-room.ts';
import 'pdfjs-dist/build/pdf.worker.min.mjs';
