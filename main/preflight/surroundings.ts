/** Memory, clock, display and printer: what the program needs around it. Where the system does not tell, that is said. */
import { installation } from '../installation.ts';
import { type Finding, found, inGibibytes, notChecked } from './finding.ts';
import type { Machine } from './machine.ts';

const GIBIBYTE = 2 ** 30;
/** 4 GiB as machines count them, less what the system keeps for itself. */
const MEMORY = 3.5 * GIBIBYTE;
const DAY = 86_400_000;
/** A clock this far ahead of the program is wrong rather than the program so old. */
const YEARS = 20;
const NAIROBI = 'Africa/Nairobi';
const NAIROBI_OFFSET = 180;
const WIDTH = 1366;
const HEIGHT = 768;

export function lookAround(machine: Machine): readonly Finding[] {
  return [
    found('memory', machine.memory >= MEMORY, `${inGibibytes(machine.memory)}, ${inGibibytes(MEMORY)} wanted`, { memory: machine.memory }),
    lookAtClock(machine),
    lookAtTimeZone(machine),
    lookAtTimeService(machine),
    lookAtDisplay(machine),
    lookAtPrinter(machine),
  ];
}

/** There is nothing to compare a clock with at a centre without a network; but it cannot be earlier than the program. */
function lookAtClock(machine: Machine): Finding {
  const day = installation()?.day;
  const now = machine.now();
  const shown = now.toISOString();
  if (day === undefined) return notChecked('clock', `${shown}: the day of the program is not known`);
  const earliest = Date.parse(day) - DAY;
  const isPossible = now.getTime() >= earliest && now.getTime() < earliest + YEARS * 365 * DAY;
  const judged = isPossible ? 'later than the program' : 'cannot be';
  return found('clock', isPossible, `${shown}, ${judged}; the program is of ${day}`, { now: shown });
}

function lookAtTimeZone({ timeZone, offset }: Machine): Finding {
  return found('time-zone', offset === NAIROBI_OFFSET, `${timeZone}, ${offset} minutes ahead of Greenwich; ${NAIROBI} is wanted`, {
    timeZone,
  });
}

/** A clock that is kept right is good; one that is not is no fault here, for the centre has no network. */
function lookAtTimeService({ platform, ask }: Machine): Finding {
  if (platform !== 'linux') return notChecked('time-service', 'this system does not tell in a way that is understood here');
  const isSynchronised = ask('timedatectl', ['show', '--property=NTPSynchronized', '--value'])?.trim() === 'yes';
  if (isSynchronised) return found('time-service', true, 'the clock is kept right over the network');
  return notChecked('time-service', 'the clock is not known to be kept right: compare it with another one');
}

function lookAtDisplay(machine: Machine): Finding {
  const sizes = sizesOf(machine);
  if (sizes.length === 0) return notChecked('display', 'the system does not tell its size');
  const isLargeEnough = sizes.some(({ width, height }) => width >= WIDTH && height >= HEIGHT);
  const shown = sizes.map(({ width, height }) => `${width} × ${height}`).join(', ');
  return found('display', isLargeEnough, `${shown}; ${WIDTH} × ${HEIGHT} wanted`);
}

function sizesOf({ platform, ask, displays }: Machine): readonly { readonly width: number; readonly height: number }[] {
  const said = platform === 'win32' ? ask('powershell', powershell(WINDOWS_DISPLAY)) : displays()?.join('\n');
  return [...(said ?? '').matchAll(/(\d{3,5})x(\d{3,5})/g)].map(([, width, height]) => ({ width: Number(width), height: Number(height) }));
}

const WINDOWS_DISPLAY =
  'Get-CimInstance Win32_VideoController | ForEach-Object { "$($_.CurrentHorizontalResolution)x$($_.CurrentVerticalResolution)" }';
const WINDOWS_PRINTERS = 'Get-CimInstance Win32_Printer | ForEach-Object { $_.Name }';

function powershell(command: string): readonly string[] {
  return ['-NoProfile', '-NonInteractive', '-Command', command];
}

function lookAtPrinter({ platform, ask }: Machine): Finding {
  const said = platform === 'win32' ? ask('powershell', powershell(WINDOWS_PRINTERS)) : ask('lpstat', ['-e']);
  if (said === undefined) return notChecked('printer', 'the system has no way to say which printers it knows');
  const printers = said.split(/\r?\n/).filter((line) => line.trim() !== '');
  return found('printer', printers.length > 0, printers.length > 0 ? printers.join(', ') : 'no printer is set up', {
    printers: printers.length,
  });
}
