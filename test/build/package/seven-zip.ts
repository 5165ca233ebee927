/** Stands in the place of 7-Zip, which the packer fetches from the network, for the one thing it is asked for here: to compress a file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const words = process.argv.slice(2);
const [verb, packed = '', file = ''] = words.filter((word) => !word.startsWith('-'));
if (verb !== 'a' || !packed.endsWith('.gz')) throw new Error('only gzip can be made here');
writeFileSync(packed, gzipSync(readFileSync(file), { level: 1 }));
