/** What the build writes down about the engine's file and the sources' day, see `installation.ts`. */
declare module 'virtual:installation' {
  import type { Installation } from '../installation.ts';

  const installation: Installation;
  export default installation;
}
