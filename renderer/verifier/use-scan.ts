/**
 * One scan read from the bundle's file, and held against its digest before anything of it is shown: the stick may have changed since
 * it was verified. Only what begins as JPEG or PNG begins is ever drawn as a picture, whatever its name says; all else can be saved.
 */
import { useEffect, useState } from 'react';
import { digest as digestOf } from '../../core/bytes.ts';
import type { ScanPlace } from './judged.ts';

export type ScanFound =
  | { readonly is: 'altered' }
  | { readonly is: 'picture'; readonly address: string; readonly saving: string }
  | { readonly is: 'document' | 'other'; readonly saving: string };

export type ScanKind = 'image/jpeg' | 'image/png' | 'document' | 'other';

/** JPEG: ISO/IEC 10918-1 annex B; PNG: ISO/IEC 15948 section 5.2; PDF: ISO 32000-2 section 7.5.2. */
const BEGINNINGS: readonly (readonly [ScanKind, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

export function kindOfScan(bytes: Uint8Array): ScanKind {
  return BEGINNINGS.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0] ?? 'other';
}

export function useScan(file: Blob, place: ScanPlace | undefined, digest: string): ScanFound | undefined {
  const [found, setFound] = useState<ScanFound>();
  useEffect(() => {
    if (place === undefined) return;
    const addresses: string[] = [];
    let isGone = false;
    const addressOf = (bytes: Uint8Array<ArrayBuffer>, type: string) => {
      const address = URL.createObjectURL(new Blob([bytes], { type }));
      addresses.push(address);
      return address;
    };
    void readScan(file, place).then((bytes) => {
      if (isGone) return;
      setFound(bytes === undefined || digestOf(bytes) !== digest ? { is: 'altered' } : shown(bytes, addressOf));
    });
    return () => {
      isGone = true;
      setFound(undefined);
      for (const address of addresses) URL.revokeObjectURL(address);
    };
  }, [file, place, digest]);
  return found;
}

async function readScan(file: Blob, { offset, size }: ScanPlace): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.slice(offset, offset + size).arrayBuffer());
  } catch {
    return undefined;
  }
}

/** What is saved bears a type that no browser opens by itself. */
function shown(bytes: Uint8Array<ArrayBuffer>, addressOf: (bytes: Uint8Array<ArrayBuffer>, type: string) => string): ScanFound {
  const saving = addressOf(bytes, 'application/octet-stream');
  const kind = kindOfScan(bytes);
  if (kind === 'document' || kind === 'other') return { is: kind, saving };
  return { is: 'picture', address: addressOf(bytes, kind), saving };
}
