/** The manifest of the pages, written by the build from the files it made. */
declare module 'virtual:pages' {
  import type { PageFile } from './pages.ts';

  const manifest: readonly PageFile[];
  export default manifest;
}
