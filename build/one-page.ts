/**
 * Puts script, style and faces into one HTML file and nothing beside it. A policy inside the page names this very script and style
 * by their digests and forbids everything else, the network first of all. Then the page gets its version: the SHA-256 of the file
 * with 64 zeros in the version's place, so that anybody can reckon it again with `sed` and `sha256sum`.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

export interface OnePage {
  /** The page with its gaps. */
  readonly template: string;
  readonly file: string;
}

/** Code fills a comment, so that the template is sound HTML; a word fills its own name between at signs. */
const GAP = /\/\*@(style|script)@\*\/|@(policy|program|version)@/g;
/** Stands before script and style, where the first such row of zeros is the version's. */
const UNKNOWN_VERSION = '0'.repeat(64);

export function onePage({ template, file }: OnePage): Plugin {
  return {
    name: 'countersign-one-page',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const parts = Object.values(bundle);
        const script = parts.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
        const style = parts.map((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? String(part.source) : '')).join('');
        const left = parts.filter(({ type, fileName }) => type === 'asset' && !fileName.endsWith('.css'));
        if (left.length > 0) throw new Error(`not inside the page: ${left.map(({ fileName }) => fileName).join(', ')}`);
        for (const { fileName } of parts) delete bundle[fileName];
        const page = assemble(readFileSync(template, 'utf8'), script, style);
        this.emitFile({ type: 'asset', fileName: file, source: page.text });
        this.info(`${file}: ${page.text.length} characters, SHA-256 ${sha256(page.text, 'hex')}, version ${page.version}`);
      },
    },
  };
}

interface Assembled {
  readonly text: string;
  readonly version: string;
}

export function assemble(template: string, script: string, style: string): Assembled {
  const safe = { script: withoutEnds(script.trim(), 'script'), style: withoutEnds(style.trim(), 'style') };
  const gaps: Readonly<Record<string, string>> = {
    policy: policyFor(safe.script, safe.style),
    program: programVersion(),
    version: UNKNOWN_VERSION,
    ...safe,
  };
  const text = template.replaceAll(GAP, (_, code: string | undefined, word: string | undefined) => gaps[code ?? word ?? ''] ?? '');
  const version = sha256(text, 'hex');
  return { text: text.replace(UNKNOWN_VERSION, version), version };
}

/** Nothing inside may end the element it stands in, nor begin a comment. */
function withoutEnds(code: string, element: 'script' | 'style'): string {
  const text = code.replaceAll(/<\/(?=script|style)/gi, '<\\/').replaceAll('<!--', '<\\!--');
  if (new RegExp(`</${element}`, 'i').test(text)) throw new Error(`the ${element} would end itself`);
  // A reader of HTML would alter these, and the digest in the policy would no longer fit.
  if (/[\0\r]/.test(text) || !text.isWellFormed()) throw new Error(`the ${element} holds characters that a page cannot hold`);
  return text;
}

function policyFor(script: string, style: string): string {
  const rules = [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script, 'base64')}'`,
    `style-src 'sha256-${sha256(style, 'base64')}'`,
    'img-src blob: data:',
    'font-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return rules.join('; ');
}

function programVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8')) as { readonly version: string };
  return version;
}

function sha256(text: string, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(text).digest(encoding);
}
