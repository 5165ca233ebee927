/** A page that died: the keyboard is locked first, the page is opened again, and one that keeps dying is not opened for ever. */
import { describe, expect, test } from 'vitest';
import { createRecovery } from '../../main/app/recovery.ts';

function recovering() {
  const did: string[] = [];
  let time = 0;
  const recovery = createRecovery({
    running: () => time,
    lock: () => did.push('lock'),
    openAgain: () => did.push('open'),
    giveUp: (reason) => did.push(`give up: ${reason}`),
  });
  const dies = (reason = 'crashed', seconds = 1) => {
    time += seconds * 1000;
    recovery.gone(reason);
    return did.splice(0);
  };
  return { dies };
}

describe('a page that died', () => {
  test.each(['crashed', 'killed', 'oom', 'abnormal-exit', 'launch-failed', 'integrity-failure', 'memory-eviction'])(
    'is opened again with the keyboard locked: %s',
    (reason) => expect(recovering().dies(reason)).toEqual(['lock', 'open']),
  );

  test('as it was meant to is let rest', () => expect(recovering().dies('clean-exit')).toEqual([]));

  test('a fourth time within a minute is given up', () => {
    const { dies } = recovering();
    for (let time = 1; time <= 3; time += 1) expect(dies()).toEqual(['lock', 'open']);
    expect(dies('oom')).toEqual(['lock', 'give up: oom']);
  });

  test('now and then through the night is opened every time', () => {
    const { dies } = recovering();
    for (let time = 1; time <= 50; time += 1) expect(dies('crashed', 21)).toEqual(['lock', 'open']);
  });
});
