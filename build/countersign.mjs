#!/usr/bin/env node
/**
 * The door of the command line, in plain JavaScript so that any Node can read it. The program itself needs Node 24, which comes with
 * its packages; an older Node that opens this door hands over to that one, and passes on arguments, signals and the exit code.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const REQUIRED_MAJOR = 24;
const UNUSABLE = 2;
const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const program = path.join(root, 'main', 'countersign.ts');
const pinnedNode = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (Number.parseInt(process.versions.node, 10) >= REQUIRED_MAJOR) {
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
} else if (existsSync(pinnedNode)) {
  handOver();
} else {
  process.stderr.write(`countersign needs Node ${REQUIRED_MAJOR}; this is ${process.versions.node}. Type: npm ci\n`);
  process.exitCode = UNUSABLE;
}

function handOver() {
  const child = spawn(pinnedNode, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  child.on('exit', (code, signal) => {
    for (const name of signals) process.off(name, pass);
    if (signal === null) process.exitCode = code ?? 1;
    else process.kill(process.pid, signal);
  });
}
