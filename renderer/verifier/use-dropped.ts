/** Files that are dropped anywhere on the page, or chosen, sorted by what is in them. */
import { useCallback, useEffect } from 'react';
import { type Sorted, sortFile } from './sorting.ts';

export function useDropped(onSorted: (sorted: readonly Sorted[]) => void): (files: Iterable<File>) => void {
  const take = useCallback((files: Iterable<File>) => void sortAll([...files]).then(onSorted), [onSorted]);
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const { files } = event.dataTransfer ?? {};
      if (files !== undefined && files.length > 0) take(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [take]);
  return take;
}

/** A file that cannot be read (a folder, a stick that was pulled out) is of no known kind. */
function sortAll(files: readonly File[]): Promise<readonly Sorted[]> {
  return Promise.all(files.map((file) => sortFile(file).catch((): Sorted => ({ is: 'unknown', name: file.name }))));
}
