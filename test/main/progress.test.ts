import { expect, test } from 'vitest';
import { progress } from '../../main/progress.ts';

function watch(isTerminal: boolean) {
  const said: string[] = [];
  const io = { out: () => expect.unreachable(), err: (text: string) => void said.push(text), outBytes: () => undefined, isTerminal };
  return { io, said };
}

test('the bar fills from nothing to all, on one line', () => {
  const { io, said } = watch(true);
  const bar = progress(io, 'Forms', 4);
  for (let form = 0; form < 4; form++) bar.step();
  bar.done();
  expect(said[0]).toBe('\rForms [........................]   0 %  0/4');
  expect(said[2]).toBe('\rForms [############............]  50 %  2/4');
  expect(said.slice(-2)).toEqual(['\rForms [########################] 100 %  4/4', '\n']);
});

test('ten thousand steps are drawn at most a hundred times', () => {
  const { io, said } = watch(true);
  const bar = progress(io, 'Forms', 10_000);
  for (let form = 0; form < 10_000; form++) bar.step();
  expect(said).toHaveLength(101);
});

test('more steps than expected never go beyond full, several may be taken at once', () => {
  const { io, said } = watch(true);
  const bar = progress(io, 'Forms', 10);
  bar.step(7);
  bar.step(7);
  expect(said.map((text) => /(\d+) %/.exec(text)?.[1])).toEqual(['0', '70', '100']);
});

test('nothing is written where nobody watches, or where there is nothing to do', () => {
  for (const { watched, total } of [
    { watched: false, total: 10 },
    { watched: true, total: 0 },
  ]) {
    const { io, said } = watch(watched);
    const bar = progress(io, 'Forms', total);
    bar.step();
    bar.done();
    expect(said).toEqual([]);
  }
});
