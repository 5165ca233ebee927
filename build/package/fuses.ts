/**
 * Electron's fuses: abilities that are switched off in the program's own file when it is packed, so that no setting and no argument
 * can switch them on again. What is packed is read back and compared with this list.
 */
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

export const FUSES = {
  /** The program cannot be made to run other people's scripts as plain Node. */
  runAsNode: false,
  /** The app keeps no cookies; encrypting none would only make some systems ask for the password of a key ring on the night. */
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

const PLACES: Readonly<Record<keyof typeof FUSES, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** How a fuse stands in the file: the digits 0 and 1. */
const OFF = 0x30;
const ON = 0x31;

/** The fuses of a packed program that are not as they must be. */
export async function wrongFuses(program: string): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(program);
  const names = Object.keys(FUSES) as readonly (keyof typeof FUSES)[];
  return names.filter((name) => wire[PLACES[name]] !== (FUSES[name] ? ON : OFF));
}
