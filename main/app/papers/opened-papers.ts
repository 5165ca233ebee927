/**
 * Papers that the desktop's own program shows and prints: each lies in a temporary folder that only this account can enter, under the
 * name that it bears, and is taken away when the app ends.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface OpenedPapers {
  /** What stood in the way, in the desktop's own words; nothing where a program took it. Throws what the disk answers. */
  open(name: string, bytes: Uint8Array): Promise<string | undefined>;
  forget(): void;
}

const OWNER_ONLY = 0o600;

/** `open` is the desktop's; it answers nothing, or what stood in the way. */
export function openedPapers(temporary: string, open: (file: string) => Promise<string>): OpenedPapers {
  const folders: string[] = [];
  return {
    open: async (name, bytes) => {
      const folder = mkdtempSync(path.join(temporary, 'countersign-paper-'));
      folders.push(folder);
      const file = path.join(folder, path.basename(name));
      writeFileSync(file, bytes, { mode: OWNER_ONLY, flag: 'wx' });
      const fault = await open(file);
      return fault === '' ? undefined : fault;
    },
    forget: () => {
      for (const folder of folders.splice(0)) {
        try {
          rmSync(folder, { recursive: true, force: true });
        } catch {
          // A program that still shows the paper may hold it; the system clears its temporary files.
        }
      }
    },
  };
}
