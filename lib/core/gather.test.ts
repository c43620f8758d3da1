import { expect, it } from 'vitest';

import { gather, LineTooLong } from './gather';

const options = { waitMs: 0, most: 2, longest: 4 };

it('answers each in order, in batches that never overlap and hold no more than the most', async () => {
  const batches: number[][] = [];
  let running = 0;
  const ask = gather(async (keys: number[]) => {
    expect((running += 1)).toBe(1);
    batches.push(keys);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return keys.map((key) => key * 10);
  }, options);
  expect(await Promise.all([1, 2, 3].map(ask))).toEqual([10, 20, 30]);
  expect(batches).toEqual([[1, 2], [3]]);
});

it('sends the next batch before the last one is answered', async () => {
  const seen: string[] = [];
  // As a driver does, which sends what it was given at the end of the turn.
  const ask = gather(async (keys: string[]) => {
    process.nextTick(() => seen.push(`sent ${keys.join()}`));
    await new Promise((resolve) => setTimeout(resolve, 5));
    return keys;
  }, options);
  await Promise.all(['a', 'b', 'c'].map(async (key) => seen.push(`answered ${await ask(key)}`)));
  expect(seen).toEqual(['sent a,b', 'sent c', 'answered a', 'answered b', 'answered c']);
});

it('waits for nobody once a batch is full, and lets a few wait for those whom the same turn still brings', async () => {
  const batches: string[][] = [];
  let late: Promise<string> | undefined;
  const ask = gather(
    async (keys: string[]) => {
      batches.push(keys);
      await new Promise((resolve) => setTimeout(resolve, 5));
      late ??= laterInThisTurn().then(() => ask('d'));
      return keys;
    },
    { ...options, waitMs: 60_000 },
  );
  const early = ['a', 'b', 'c'].map(ask);
  expect(batches).toEqual([['a', 'b']]);
  await Promise.all(early);
  expect(await late).toBe('d');
  expect(batches).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

async function laterInThisTurn(): Promise<void> {
  for (let steps = 0; steps < 50; steps += 1) await Promise.resolve();
}

it('lets a second batch go beside the first once it is full, as long as the line allows it', async () => {
  for (const allowed of [2, 1]) {
    const running = new Set<string>();
    let together = 0;
    const ask = gather(
      async (keys: string[]) => {
        running.add(keys.join());
        together = Math.max(together, running.size);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running.delete(keys.join());
        return keys;
      },
      { ...options, longest: 9, atOnce: () => allowed },
    );
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask))).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(together).toBe(allowed);
  }
});

it('refuses what is bad alone, whatever it came with', async () => {
  const ask = gather(
    (keys: string[]) => (keys.includes('bad') ? Promise.reject(new Error('no')) : Promise.resolve(keys)),
    { ...options, most: 5, longest: 9 },
  );
  const outcomes = await Promise.allSettled(['good', 'bad', 'beside', 'good', 'bad', 'next'].map(ask));
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
});

it('refuses a batch to all in it when the connection fails, by one try', async () => {
  let runs = 0;
  const ask = gather(
    (_keys: string[]) => ((runs += 1), Promise.reject(Object.assign(new Error('gone'), { code: '57P01' }))),
    options,
  );
  const outcomes = await Promise.allSettled(['a', 'b'].map(ask));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(runs).toBe(1);
});

it('says so when the line is longer than can be served', async () => {
  const ask = gather((keys: number[]) => Promise.resolve(keys), options);
  // Two are on their way, four stand in the line.
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(ask));
  expect(outcomes.map(({ status }) => status)).toEqual([...Array.from({ length: 6 }, () => 'fulfilled'), 'rejected']);
  expect((outcomes[6] as PromiseRejectedResult).reason).toBeInstanceOf(LineTooLong);
});
