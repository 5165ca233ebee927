/**
 * What an installed Countersign says about itself: the licences of everything in it, the bill of materials, how it is installed, and
 * the page that checks bundles, for whoever looks into the folder.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { billOfMaterials, type Product } from './bill-of-materials.ts';
import { licencesText } from './licences.ts';
import { shippedWorks } from './shipped.ts';

export const LICENCES = 'LICENSES.txt';
export const BILL = 'countersign.cdx.json';
const COPIED = ['out/verifier/countersign-verifier.html', 'docs/INSTALLING.md'];

/** Makes the folder anew. The app must have been built. */
export function writePapers(root: string, folder: string): void {
  const product = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Product;
  const works = shippedWorks(root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const own = readFileSync(path.join(root, 'LICENSE'), 'utf8');
  writeFileSync(path.join(folder, LICENCES), licencesText(`Countersign ${product.version} (${product.license})`, own, works));
  writeFileSync(path.join(folder, BILL), billOfMaterials(product, works));
  for (const file of COPIED) copyFileSync(path.join(root, file), path.join(folder, path.basename(file)));
}
