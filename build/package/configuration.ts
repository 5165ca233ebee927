/**
 * How electron-builder packs the app for each system. Nothing is published and nothing updates itself: at a tallying centre a program
 * changes only when somebody installs another one.
 */
import path from 'node:path';
import type { Configuration } from 'electron-builder';
import { patternsFor, type Target } from './files.ts';
import { FUSES } from './fuses.ts';
import { archiveFault } from './packed.ts';

export interface Packing {
  readonly root: string;
  readonly target: Target;
  /** Where the packages go. */
  readonly out: string;
  /** The folder with licences and bill of materials, see `papers.ts`. */
  readonly papers: string;
  readonly electronVersion: string;
  /** SHA-256 of the bill of materials. */
  readonly bill: string;
}

const CAMERA = 'Countersign photographs paper forms, where no scanner is at hand.';

export function configurationFor({ root, target, out, papers, electronVersion, bill }: Packing): Configuration {
  const files = patternsFor(target);
  return {
    appId: 'org.countersign.app',
    productName: 'Countersign',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    artifactName: 'countersign-${version}-${os}-${arch}.${ext}',
    copyright: 'The Countersign authors, Apache-2.0',
    // The journal names the program by the digest of its description, which thereby pins all that the bill names.
    extraMetadata: { homepage: 'https://countersign.example.org', desktopName: 'countersign.desktop', billOfMaterials: bill },
    directories: { output: out, buildResources: path.join(root, 'build/package') },
    electronVersion,
    // A Mac runs no program whose signature its own fuses broke; where there is a certificate, signing follows.
    electronFuses: { ...FUSES, resetAdHocDarwinSignature: target.system === 'darwin' },
    electronLanguages: ['en-US', 'en-GB', 'sw'],
    // Only the engine's file lies outside, because the system can load it from nowhere else. The app checks its digest before that.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    // Integrity of the archive is checked by Electron itself on macOS and Windows; the digest is put into the executable there.
    disableAsarIntegrity: false,
    npmRebuild: false,
    nodeGypRebuild: false,
    buildDependenciesFromSource: false,
    publish: null,
    afterPack: ({ appOutDir }) => {
      const fault = archiveFault(root, target, appOutDir);
      if (fault !== undefined) throw new Error(fault);
    },
    forceCodeSigning: false,
    extraFiles: [{ from: papers, to: beside(target) }],
    linux: {
      target: ['AppImage', 'deb', 'tar.gz'],
      files,
      executableName: 'countersign',
      syncDesktopName: true,
      icon: path.join(root, 'build/icons'),
      category: 'Office',
      synopsis: 'Tallying-centre software',
      maintainer: 'The Countersign authors <countersign@example.org>',
    },
    deb: { packageCategory: 'misc' },
    win: {
      target: ['nsis'],
      files,
      icon: path.join(root, 'build/icons/512x512.png'),
      extraFiles: [{ from: path.join(root, 'build/package/countersign.cmd'), to: 'bin/countersign.cmd' }],
    },
    nsis: {
      oneClick: true,
      perMachine: true,
      runAfterFinish: false,
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
      createDesktopShortcut: true,
    },
    mac: {
      target: ['dmg'],
      files,
      icon: path.join(root, 'build/icons/512x512.png'),
      category: 'public.app-category.business',
      hardenedRuntime: true,
      // Signed before the app is built, which writes down its digest: signing it again would change it.
      signIgnore: ['\\.node$'],
      entitlements: path.join(root, 'build/package/mac-entitlements.plist'),
      entitlementsInherit: path.join(root, 'build/package/mac-entitlements.plist'),
      extendInfo: { NSCameraUsageDescription: CAMERA },
    },
    dmg: { writeUpdateInfo: false },
  };
}

/** A Mac's bundle is sealed: what lies beside the program lies in its resources. */
function beside({ system }: Target): string {
  return system === 'darwin' ? 'Resources' : '.';
}
