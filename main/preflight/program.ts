/** Is the program the one that was made, and does it run on what it was made for? */
import { checkEngine, installation } from '../installation.ts';
import { SOFTWARE } from '../software.ts';
import { type Finding, found, notChecked } from './finding.ts';
import type { Machine } from './machine.ts';

const NODE = 24;

export function lookAtProgram({ versions }: Machine): readonly Finding[] {
  const { node = '', electron } = versions;
  const figures = { version: SOFTWARE.version, node, ...(electron === undefined ? {} : { electron }) };
  const where = electron === undefined ? 'run from its sources' : `Electron ${electron}`;
  const program = found('program', Number.parseInt(node, 10) >= NODE, `${SOFTWARE.version}, Node ${node}, ${where}`, figures);
  return [program, lookAtEngine()];
}

function lookAtEngine(): Finding {
  const built = installation();
  if (built === undefined) return notChecked('engine', 'run from its sources: nothing to compare the database engine with');
  const checked = checkEngine(built);
  if (!checked.ok) return found('engine', false, `${checked.refusal.detail} (${checked.refusal.place})`);
  const [digest = ''] = Object.values(checked.value);
  return found('engine', true, `SHA-256 ${digest}`, { sha256: digest });
}
