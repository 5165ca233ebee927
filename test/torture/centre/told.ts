/**
 * What a tormented centre tells its tormentor while it lives: what it began and ended, and what it promised. A promise is an act that
 * was acknowledged, a file that was said to be written, a draft that was kept; whoever kills the centre holds it to these afterwards.
 */
import { openSync, writeSync } from 'node:fs';

export type Told =
  | { readonly is: 'opened'; readonly faults: readonly string[] }
  | { readonly is: 'begin' | 'end'; readonly deed: string }
  | { readonly is: 'act'; readonly seq: number; readonly leaf: string; readonly kind: string; readonly at: string }
  /** A file of the data folder or the memory stick that was said to be written, with its digest. */
  | { readonly is: 'file'; readonly file: string; readonly digest: string }
  | { readonly is: 'key'; readonly key: string }
  /** The draft's number; below zero for one that is about to be thrown away. */
  | { readonly is: 'draft'; readonly person: string; readonly subject: string; readonly number: number }
  | { readonly is: 'trouble'; readonly what: string }
  /** A refusal of the disk, with the deed that met it. */
  | { readonly is: 'refused'; readonly deed: string; readonly code: string }
  | { readonly is: 'fault'; readonly text: string };

export type Tell = (told: Told) => void;

/** Tells line by line, each written before anything else happens, into a file or an open pipe. */
export function teller(place: string | number): Tell {
  const handle = typeof place === 'number' ? place : openSync(place, 'a');
  return (told) => {
    const line = Buffer.from(`${JSON.stringify(told)}\n`);
    for (let at = 0; at < line.length; ) at += writeSync(handle, line, at);
  };
}

/** The lines that were told whole; whoever was killed may have been in the middle of one. */
export function toldIn(text: string): readonly Told[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Told);
}
