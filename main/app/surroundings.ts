/**
 * What the app needs from the desktop around it: choosing files, opening the wall, telling the windows that something changed.
 * Electron gives it in the app, and tests give their own; a window never sees a path.
 */
import type { WindowKind } from './doorway.ts';

/** What kind of file is asked for: the words of the dialog are the host's. */
export type FileKind =
  | 'definition'
  | 'key'
  | 'scan'
  | 'bundle'
  | 'certificate'
  | 'receipt'
  | 'table'
  | 'text'
  | 'anchor'
  | 'paper'
  | 'acknowledgement'
  | 'any';

export interface Surroundings {
  chooseFile(kind: FileKind): Promise<string | undefined>;
  chooseFiles(kind: FileKind): Promise<readonly string[]>;
  chooseFolder(): Promise<string | undefined>;
  /** Where to save; the name is a proposal. */
  chooseNewFile(kind: FileKind, name: string): Promise<string | undefined>;
  openWindow(window: WindowKind): void;
  closeWindow(window: WindowKind): void;
  /** Prints what the rooms' window shows, through the desktop's own dialog. */
  print(): Promise<boolean>;
  /**
   * Hands a paper to the desktop's own program for such files, which prints it; answers what stood in the way. Absent where there is
   * no such desktop.
   */
  openPaper?(name: string, bytes: Uint8Array): Promise<string | undefined>;
  /** Tells every window that what it shows may be out of date. */
  tellChanged(): void;
}
