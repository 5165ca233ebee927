/**
 * Light or dark. What the app chooses is what its pages see when they ask for the preferred colours; `system` leaves them what the
 * machine prefers.
 */
import { EventEmitter } from 'node:events';
import type { Connection } from './connection.ts';
import { strict } from './strict.ts';

type Source = 'system' | 'light' | 'dark';

const events = new EventEmitter();
let source: Source = 'system';

export function onThemeChange(listener: () => void): () => void {
  events.on('chosen', listener);
  return () => void events.off('chosen', listener);
}

export async function showTheme(connection: Connection, session: string): Promise<void> {
  const features = [{ name: 'prefers-color-scheme', value: source === 'system' ? '' : source }];
  await connection.send('Emulation.setEmulatedMedia', { features }, session).catch(() => undefined);
}

const members = {
  get themeSource(): Source {
    return source;
  },
  set themeSource(chosen: Source) {
    if (!['system', 'light', 'dark'].includes(chosen)) throw new Error(`nativeTheme.themeSource cannot be ${chosen}`);
    const changed = chosen !== source;
    source = chosen;
    events.emit('chosen');
    if (changed) events.emit('updated');
  },
  get shouldUseDarkColors(): boolean {
    return source === 'dark';
  },
  get shouldUseHighContrastColors(): boolean {
    return false;
  },
};

export const nativeTheme = strict(
  'nativeTheme',
  Object.defineProperties(events, Object.getOwnPropertyDescriptors(members)) as typeof events & typeof members,
);
