/**
 * A mark drawn for the paper, with finger, pen or mouse. It binds nobody and may be left out: whoever works by keyboard loses
 * nothing. It is kept as a picture in black, because paper is white.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import SignaturePad from 'signature_pad';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refused } from '../parts/Refused.tsx';
import css from './Declare.module.css';
import type { OfContest } from './PrepareDialog.tsx';

const WIDTH = 640;
const HEIGHT = 200;

export function MarkDialog({ contest, onLeave }: OfContest) {
  const { t } = useTranslation('declare');
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const [isDrawn, setDrawn] = useState(false);
  const deed = useDeed('keepMark');
  useEffect(() => {
    const paper = canvas.current;
    if (paper === null) return undefined;
    // Kept in ordinary memory: it is read once, and waiting for a graphics card would take longer than the drawing.
    paper.getContext('2d', { willReadFrequently: true });
    const drawing = new SignaturePad(paper, { penColor: getComputedStyle(paper).color });
    drawing.addEventListener('endStroke', () => setDrawn(true));
    pad.current = drawing;
    return () => drawing.off();
  }, []);
  const clear = () => {
    pad.current?.clear();
    setDrawn(false);
  };
  const keep = async () => {
    const bytes = canvas.current === null ? undefined : await blackPicture(canvas.current);
    if (bytes === undefined) return;
    const kept = await deed.do({ contest: contest.id, version: contest.version, bytes });
    if (kept?.ok) onLeave();
  };
  return (
    <Dialog
      title={t('markTitle')}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('markSkip')}
          </Button>
          <Button keys="Delete" onPress={clear}>
            {t('markClear')}
          </Button>
          <Button
            keys="Ctrl+Enter"
            look="main"
            onPress={() => void keep()}
            isBusy={deed.isBusy}
            barred={isDrawn ? undefined : t('markEmpty')}
          >
            {t('markKeep')}
          </Button>
        </>
      }
    >
      <p className={css.says}>{t('markSays')}</p>
      <canvas ref={canvas} className={css.mark} width={WIDTH} height={HEIGHT} aria-label={t('markTitle')} role="img" />
      <Refused refusal={deed.refusal} />
    </Dialog>
  );
}

/** The strokes in black on nothing, whatever ink the screen showed them in. */
async function blackPicture(drawn: HTMLCanvasElement): Promise<Uint8Array | undefined> {
  const copy = document.createElement('canvas');
  copy.width = drawn.width;
  copy.height = drawn.height;
  const brush = copy.getContext('2d', { willReadFrequently: true });
  if (brush === null) return undefined;
  brush.drawImage(drawn, 0, 0);
  brush.globalCompositeOperation = 'source-in';
  brush.fillStyle = 'black';
  brush.fillRect(0, 0, copy.width, copy.height);
  const picture = await new Promise<Blob | null>((resolve) => copy.toBlob(resolve, 'image/png'));
  return picture === null ? undefined : new Uint8Array(await picture.arrayBuffer());
}
