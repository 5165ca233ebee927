/**
 * `npm start` promises to open something wherever it can, and otherwise to name the one command to type. These tests go through what
 * it decides and says, without starting anything.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { browserPlaces, findBrowser } from '../../build/browsers.ts';
import { buildIsDue, choose, displayOf, type Facts, NO_DISPLAY, readArguments } from '../../build/start/choice.ts';
import { electronProgram } from '../../build/start/electron-program.ts';

const BARE: Facts = {
  electron: undefined,
  obstacle: 'it rains',
  browser: undefined,
  mayInstall: false,
  platform: 'linux',
  hasAptGet: true,
};

test('Electron is preferred to every browser', () => {
  const choice = choose({ ...BARE, electron: '/there/electron', browser: '/usr/bin/chromium', mayInstall: true });
  expect(choice).toMatchObject({ kind: 'electron', program: '/there/electron' });
});

test('a stand-in says that it is one, on what, and why', () => {
  const choice = choose({ ...BARE, browser: '/usr/bin/chromium', mayInstall: true });
  expect(choice).toMatchObject({ kind: 'stand-in', browser: '/usr/bin/chromium' });
  expect(choice.words).toBe('Opening Countersign in a stand-in for Electron on /usr/bin/chromium, because it rains.');
});

test('only where it may does it install a browser', () => {
  expect(choose({ ...BARE, mayInstall: true }).kind).toBe('install');
  expect(choose(BARE).kind).toBe('nothing');
});

test.each([
  ['linux', true, 'sudo apt-get update && sudo apt-get install -y chromium'],
  ['linux', false, 'sudo dnf install -y chromium'],
  ['darwin', false, 'brew install --cask google-chrome'],
  ['win32', false, 'winget install Google.Chrome'],
])('with nothing to open on %s (apt-get: %s) it names one command', (platform, hasAptGet, command) => {
  expect(choose({ ...BARE, platform, hasAptGet }).words).toContain(`\n\n    ${command}\n`);
});

test.each([
  [{}, false, 'missing'],
  [{ DISPLAY: '' }, false, 'missing'],
  [{ DISPLAY: ':0' }, false, 'there'],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, false, 'there'],
  [{}, true, 'virtual'],
  [{ DISPLAY: ':0' }, true, 'virtual'],
])('on Linux with %o and --headless %s the display is %s', (environment, headless, display) => {
  expect(displayOf('linux', environment, headless)).toBe(display);
});

test('elsewhere there is always a display', () => {
  expect([displayOf('darwin', {}, true), displayOf('win32', {}, false)]).toEqual(['there', 'there']);
});

test('without a display both ways on are named', () => {
  expect(NO_DISPLAY).toContain('npm start -- --headless');
  expect(NO_DISPLAY).toContain('npm run demo');
});

test('every option but its own goes to the app', () => {
  expect(readArguments(['--headless', '--practice', 'file'])).toEqual({ headless: true, forApp: ['--practice', 'file'] });
  expect(readArguments(['--headless=new'])).toEqual({ headless: false, forApp: ['--headless=new'] });
});

test('a build is due when there is none or a source is younger', () => {
  expect([buildIsDue(undefined, []), buildIsDue(5, [4, 6]), buildIsDue(5, [4, 5]), buildIsDue(5, [])]).toEqual([true, true, false, false]);
});

test('a browser that is named is the only one that is looked for', () => {
  const machine = { platform: 'linux', environment: { CHROMIUM: '/opt/mine', PATH: '/usr/bin' } };
  expect(browserPlaces(machine)).toEqual(['/opt/mine']);
  expect(findBrowser((file) => file === '/usr/bin/chromium', machine)).toBeUndefined();
});

test('Chromium is taken before Chrome, and Chrome before Edge, in whichever folder they stand', () => {
  const machine = { platform: 'linux', environment: { PATH: '/usr/bin:/snap/bin' } };
  const there = new Set(['/usr/bin/microsoft-edge', '/usr/bin/google-chrome', '/snap/bin/chromium']);
  expect(findBrowser((file) => there.has(file), machine)).toBe('/snap/bin/chromium');
  there.delete('/snap/bin/chromium');
  expect(findBrowser((file) => there.has(file), machine)).toBe('/usr/bin/google-chrome');
});

test.each([
  ['darwin', { HOME: '/Users/x' }, '/Users/x/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['win32', { 'PROGRAMFILES(X86)': 'C:\\Programs' }, 'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe'],
])('the usual places of %s are looked at', (platform, environment, place) => {
  expect(browserPlaces({ platform, environment })).toContain(place);
});

test('an Electron that was only half unpacked is not taken for one', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-electron-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'dist', 'electron'), '');
  expect(electronProgram(folder)).toBeUndefined();
  writeFileSync(path.join(folder, 'path.txt'), 'electron');
  expect(electronProgram(folder)).toBe(path.join(folder, 'dist', 'electron'));
  writeFileSync(path.join(folder, 'path.txt'), 'missing');
  expect(electronProgram(folder)).toBeUndefined();
});
