import { expect, it } from 'vitest';

import { second } from '@/lib/core/time';

import { endStalled } from './end-stalled';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

function counted() {
  const seen = { ended: false, made: 0 };
  async function* lines(): AsyncGenerator<number, void> {
    try {
      for (; seen.made < 5;) yield (seen.made += 1);
    } finally {
      seen.ended = true;
    }
  }
  return { seen, lines: lines() };
}

it('a reader that goes on gets all of it', async () => {
  const { seen, lines } = counted();
  const got: number[] = [];
  for await (const line of endStalled(lines, { idleMs: second, wholeMs: second })) got.push(line);
  expect([got, seen.ended]).toEqual([[1, 2, 3, 4, 5], true]);
});

it('one that leaves it ends it, and gets an error if it asks again', async () => {
  const { seen, lines } = counted();
  const limited = endStalled(lines, { idleMs: 10, wholeMs: second });
  await limited.next();
  await expect.poll(() => seen).toEqual({ ended: true, made: 1 });
  await expect(limited.next()).rejects.toThrow('too long');
});

it('one that takes a little again and again ends it when all of it took too long', async () => {
  const { seen, lines } = counted();
  const limited = endStalled(lines, { idleMs: second, wholeMs: 40 });
  const reading = (async () => {
    for await (const _ of limited) await pause(30);
  })();
  await expect(reading).rejects.toThrow('too long');
  expect(seen.ended).toBe(true);
  expect(seen.made).toBeLessThan(5);
});

it('one that goes away ends it at once', async () => {
  const { seen, lines } = counted();
  const limited = endStalled(lines, { idleMs: second, wholeMs: second });
  await limited.next();
  await limited.return();
  expect(seen).toEqual({ ended: true, made: 1 });
});
