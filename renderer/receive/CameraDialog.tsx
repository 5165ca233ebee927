/**
 * Photographing the paper with the machine's own camera: the live picture, Space takes it, Enter attaches it or Space takes another.
 * The camera is switched off as soon as the dialog is left, whichever way.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { State } from '../parts/State.tsx';
import css from './Camera.module.css';

const QUALITY = 0.92;
const WANTED = { width: { ideal: 3840 }, height: { ideal: 2160 } };

interface Taken {
  readonly address: string;
  readonly bytes: Uint8Array;
}

export interface CameraDialogProps {
  readonly onPicture: (bytes: Uint8Array) => void;
  readonly onLeave: () => void;
}

export function CameraDialog({ onPicture, onLeave }: CameraDialogProps) {
  const { t } = useTranslation('receive');
  const [camera, setCamera] = useState<string>();
  const { stream, cameras, trouble } = useCamera(camera);
  const video = useRef<HTMLVideoElement>(null);
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => view.current?.focus(), []);
  const [taken, setTaken] = useState<Taken>();
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream ?? null;
  }, [stream]);
  useEffect(() => () => (taken === undefined ? undefined : URL.revokeObjectURL(taken.address)), [taken]);
  const take = async () => {
    if (taken !== undefined) return setTaken(undefined);
    if (video.current !== null && stream !== undefined) setTaken(await photograph(video.current));
  };
  const attach = () => {
    if (taken === undefined) return;
    onPicture(taken.bytes);
    onLeave();
  };
  return (
    <Dialog
      title={t('cameraTitle')}
      onLeave={onLeave}
      actions={
        // biome-ignore lint/a11y/noStaticElementInteractions: Space is heard as a key; a focused button must not take it for a press too
        <span className={css.actions} onKeyUp={(event) => (event.key === ' ' ? event.preventDefault() : undefined)}>
          {cameras.length > 1 ? <OtherCamera cameras={cameras} now={stream} onChoose={setCamera} /> : null}
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button keys=" " onPress={() => void take()} barred={stream === undefined ? t('noPictureYet') : undefined}>
            {taken === undefined ? t('takePicture') : t('takeAnother')}
          </Button>
          <Button keys="Enter" look="main" onPress={attach} barred={taken === undefined ? t('notTaken') : undefined}>
            {t('attachPicture')}
          </Button>
        </span>
      }
    >
      <div ref={view} tabIndex={-1} className={css.view}>
        <video ref={video} autoPlay playsInline muted aria-label={t('livePicture')} hidden={taken !== undefined} />
        {taken === undefined ? null : <img src={taken.address} alt={t('takenPicture')} />}
      </div>
      <p role="status">{trouble === undefined ? '' : <State shape="unknown">{t(`cameraTroubles.${trouble}`)}</State>}</p>
    </Dialog>
  );
}

function OtherCamera({
  cameras,
  now,
  onChoose,
}: {
  readonly cameras: readonly MediaDeviceInfo[];
  readonly now: MediaStream | undefined;
  readonly onChoose: (camera: string) => void;
}) {
  const { t } = useTranslation('receive');
  const current = now?.getVideoTracks()[0]?.getSettings().deviceId;
  const next = () => {
    const at = cameras.findIndex(({ deviceId }) => deviceId === current);
    const other = cameras[(at + 1) % cameras.length];
    if (other !== undefined) onChoose(other.deviceId);
  };
  return (
    <Button keys="F4" look="plain" onPress={next}>
      {t('otherCamera')}
    </Button>
  );
}

type Trouble = 'refused' | 'none';

/** The stream of the camera asked for, or of the first; its light goes off when nobody looks any more. */
function useCamera(camera: string | undefined) {
  const [stream, setStream] = useState<MediaStream>();
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([]);
  const [trouble, setTrouble] = useState<Trouble>();
  useEffect(() => {
    let isGone = false;
    let opened: MediaStream | undefined;
    const open = async () => {
      const which = camera === undefined ? {} : { deviceId: { exact: camera } };
      const found = await navigator.mediaDevices.getUserMedia({ video: { ...WANTED, ...which } });
      if (isGone) return stop(found);
      opened = found;
      setStream(found);
      setTrouble(undefined);
      const devices = await navigator.mediaDevices.enumerateDevices();
      if (!isGone) setCameras(devices.filter(({ kind }) => kind === 'videoinput'));
    };
    open().catch((error: unknown) => {
      if (!isGone) setTrouble(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none');
    });
    return () => {
      isGone = true;
      if (opened !== undefined) stop(opened);
      setStream(undefined);
    };
  }, [camera]);
  return { stream, cameras, trouble };
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function photograph(video: HTMLVideoElement): Promise<Taken | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (blob === null) return undefined;
  return { address: URL.createObjectURL(blob), bytes: new Uint8Array(await blob.arrayBuffer()) };
}
