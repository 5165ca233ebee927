/**
 * One page as it was scanned: a JPEG or PNG picture shown as it is, a page of a PDF file drawn. What cannot be shown is told to
 * whoever shows it, who says so in words.
 */
import { useEffect, useRef, useState } from 'react';
import type { Size } from './looking.ts';
import { isTooMuch, type OpenedPdf, openPdf } from './pdf.ts';

/** Sharp enough to read handwriting on A4 when zoomed in. */
const LONGEST = 2400;

export type Trouble = 'broken' | 'empty' | 'tooMuch';
export interface PictureProps {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Counted from 0. */
  readonly page: number;
  readonly label: string;
  readonly style: React.CSSProperties;
  readonly className: string | undefined;
  readonly onShown: (size: Size, pages: number) => void;
  readonly onTrouble: (trouble: Trouble, pages: number) => void;
}

export function Picture(props: PictureProps) {
  return props.mediaType === 'application/pdf' ? <PdfPage {...props} /> : <PlainPicture {...props} />;
}

function PlainPicture({ bytes, mediaType, label, style, className, onShown, onTrouble }: PictureProps) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  if (address === undefined) return null;
  return (
    <img
      src={address}
      alt={label}
      className={className}
      style={style}
      draggable={false}
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => onShown({ width, height }, 1)}
      onError={() => onTrouble('broken', 1)}
    />
  );
}

function PdfPage({ bytes, page, label, style, className, onShown, onTrouble }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const told = useRef({ onShown, onTrouble });
  useEffect(() => {
    told.current = { onShown, onTrouble };
  });
  const [pdf, setPdf] = useState<OpenedPdf>();
  useEffect(() => {
    let isGone = false;
    let opened: OpenedPdf | undefined;
    openPdf(bytes).then(
      (document) => {
        opened = document;
        if (isGone) document.close();
        else setPdf(document);
      },
      (error) => (isGone ? undefined : told.current.onTrouble(troubleIn(error), 1)),
    );
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [bytes]);
  useEffect(() => {
    const place = canvas.current;
    if (pdf === undefined || place === null) return undefined;
    let isGone = false;
    // Drawn aside first: two drawings of one canvas must not meet, and a half-drawn page is never seen.
    const aside = document.createElement('canvas');
    pdf.draw(page + 1, aside, LONGEST).then(
      (hasInk) => {
        if (isGone) return;
        place.width = aside.width;
        place.height = aside.height;
        place.getContext('2d')?.drawImage(aside, 0, 0);
        told.current.onShown({ width: aside.width, height: aside.height }, pdf.pages);
        if (!hasInk) told.current.onTrouble('empty', pdf.pages);
      },
      (error) => (isGone ? undefined : told.current.onTrouble(troubleIn(error), pdf.pages)),
    );
    return () => {
      isGone = true;
    };
  }, [pdf, page]);
  return <canvas ref={canvas} role="img" aria-label={label} className={className} style={style} />;
}

function troubleIn(error: unknown): Trouble {
  return isTooMuch(error) ? 'tooMuch' : 'broken';
}
