/** Files dropped anywhere on the window go to the paper in hand: nobody has to aim while the other hand holds it. */
import { useEffect, useRef } from 'react';

export function useDropped(onDrop: (files: FileList) => void): void {
  const told = useRef(onDrop);
  useEffect(() => {
    told.current = onDrop;
  });
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer !== null) told.current(event.dataTransfer.files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}
