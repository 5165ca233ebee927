/**
 * Writes down, while a bundle is made, which packages of other people went into it: by the modules that are really inside, not by what
 * is installed. The lists lie beside the build in `out/shipped`; the bill of materials and the licences are made from them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** The bundler's own helpers, which it writes into what it makes. */
const HELPERS: readonly (readonly [string, string])[] = [
  ['\0rolldown/', 'node_modules/rolldown'],
  ['\0vite/', 'node_modules/vite'],
];
const PACKAGE = /^.*?(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//;

/** `folder` takes the list, under the bundle's name; `further` names packages whose files are laid beside it without being modules. */
export function shippedPackages(folder: string, name: string, further: readonly string[] = []): Plugin {
  return {
    name: 'countersign-shipped-packages',
    applyToEnvironment: (environment) => environment.name === name || (name.startsWith('verifier') && environment.name === 'client'),
    generateBundle(_, bundle) {
      const inside = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const styles = [...this.getModuleIds()].filter((id) => /\.css($|\?)/.test(id));
      const packages = [...inside, ...styles].map(packageOf).filter((place) => place !== undefined);
      const list = [...new Set([...packages, ...further.map((one) => `node_modules/${one}`)])].sort();
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(list, undefined, 2)}\n`);
    },
  };
}

/** The folder of the package a module belongs to, from the project's own folder; undefined for a module of ours. */
export function packageOf(id: string): string | undefined {
  const helper = HELPERS.find(([start]) => id.startsWith(start));
  if (helper !== undefined) return helper[1];
  return PACKAGE.exec(id.replaceAll('\\', '/').replace(/^\0/, ''))?.[1];
}
