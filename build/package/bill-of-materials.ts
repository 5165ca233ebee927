/**
 * The bill of materials of an installed Countersign, in CycloneDX 1.6: what is inside, in which version, under which licence, pinned by
 * which digest. It names no time and no machine, so that whoever builds the same sources gets the same bytes.
 */
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { Work } from './shipped.ts';

export interface Product {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
}

const INDENT = 2;

export function billOfMaterials(product: Product, works: readonly Work[]): string {
  const root = new Models.Component(Enums.ComponentType.Application, product.name, {
    bomRef: `${product.name}@${product.version}`,
    version: product.version,
    description: product.description,
    licenses: licences(product.license),
  });
  const components = works.map(componentOf);
  for (const component of components) root.dependencies.add(component.bomRef);
  const bill = new Models.Bom({
    metadata: new Models.Metadata({ component: root }),
    components: new Models.ComponentRepository(components),
  });
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bill, { sortLists: true, space: INDENT })}\n`;
}

function componentOf(work: Work): Models.Component {
  const [group, name] = work.name.startsWith('@') ? work.name.split('/', 2) : [undefined, work.name];
  const fromNpm = work.integrity !== undefined && work.version !== undefined;
  const packageUrl = fromNpm ? `pkg:npm/${work.name.replace('@', '%40')}@${work.version}` : undefined;
  const type = work.name === 'electron' ? Enums.ComponentType.Framework : Enums.ComponentType.Library;
  return new Models.Component(type, name ?? work.name, {
    bomRef: packageUrl ?? `${work.name}@${work.version ?? ''}`,
    licenses: licences(work.licence),
    hashes: digests(work.integrity),
    components: new Models.ComponentRepository(work.parts.map(componentOf)),
    ...(group === undefined ? {} : { group }),
    ...(work.version === undefined ? {} : { version: work.version }),
    ...(packageUrl === undefined ? {} : { purl: packageUrl }),
  });
}

/** An identifier where it is one; else an expression that names several. */
function licences(licence: string): Models.LicenseRepository {
  const factory = new Contrib.License.Factories.LicenseFactory(() => undefined);
  const isExpression = / (AND|OR|WITH) /.test(licence);
  return new Models.LicenseRepository([isExpression ? new Models.LicenseExpression(licence) : factory.makeDisjunctive(licence)]);
}

/** npm writes `sha512-` and the digest in base64. */
function digests(integrity: string | undefined): Models.HashDictionary {
  const [algorithm, digest] = integrity?.split('-', 2) ?? [];
  if (algorithm !== 'sha512' || digest === undefined) return new Models.HashDictionary();
  return new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], Buffer.from(digest, 'base64').toString('hex')]]);
}
