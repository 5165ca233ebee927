/**
 * Stands in the place of fpm, which the packer fetches from the network to make Debian packages: takes the few of its options that the
 * packer uses, lays the files out as they say, and lets dpkg-deb make the package.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    force: { type: 'boolean' },
    depends: { ...text, short: 'd', multiple: true, default: [] },
    'deb-recommends': { ...text, multiple: true, default: [] },
    'deb-compression': text,
    'deb-priority': text,
    architecture: text,
    'after-install': text,
    'after-remove': text,
    description: { ...text, default: '' },
    version: text,
    package: { ...text, default: '' },
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    category: text,
    license: text,
  },
});
if (values.source !== 'dir' || values.target !== 'deb') throw new Error('only folders can be made into Debian packages here');

const root = mkdtempSync(path.join(tmpdir(), 'countersign-deb-'));
try {
  chmodSync(root, 0o755);
  for (const mapping of positionals) layOut(mapping);
  writeControl(path.join(root, 'DEBIAN'));
  // Quick rather than small: nobody installs it.
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', root, values.package], { stdio: 'inherit' });
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** `from=to`, where a folder that ends in a stroke gives what is in it. */
function layOut(mapping: string): void {
  const [from = '', to = ''] = mapping.split('=');
  const place = path.join(root, to);
  if (statSync(from).isDirectory()) cpSync(from, place, { recursive: true, verbatimSymlinks: true });
  else {
    mkdirSync(path.dirname(place), { recursive: true });
    copyFileSync(from, place);
  }
}

function writeControl(folder: string): void {
  mkdirSync(folder);
  const described = values.description
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const fields = {
    Package: values.name,
    Version: values.version,
    Architecture: values.architecture,
    Maintainer: values.maintainer,
    Depends: values.depends.join(', '),
    Recommends: values['deb-recommends'].join(', '),
    Section: values.category,
    Priority: values['deb-priority'],
    Homepage: values.url,
    Description: described.join('\n '),
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  writeFileSync(path.join(folder, 'control'), `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`);
  const scripts = { postinst: values['after-install'], postrm: values['after-remove'] };
  for (const [name, script] of Object.entries(scripts)) {
    if (script === undefined) continue;
    copyFileSync(script, path.join(folder, name));
    chmodSync(path.join(folder, name), 0o755);
  }
}
