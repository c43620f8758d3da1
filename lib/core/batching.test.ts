import { expect, it } from 'vitest';

import { batched, QueueFull } from './batching';
import { isOutage } from './outage';
import { queueBounds } from './batch-queue';

const options = { waitMs: 0, most: 2, longest: 4 };

it('answers each in order, in batches that never overlap and hold no more than the most', async () => {
  const batches: number[][] = [];
  let running = 0;
  const ask = batched(async (keys: number[]) => {
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
  // As pg does, which writes to the socket at the end of the turn.
  const ask = batched(async (keys: string[]) => {
    process.nextTick(() => seen.push(`sent ${keys.join()}`));
    await new Promise((resolve) => setTimeout(resolve, 5));
    return keys;
  }, options);
  await Promise.all(['a', 'b', 'c'].map(async (key) => seen.push(`answered ${await ask(key)}`)));
  expect(seen).toEqual(['sent a,b', 'sent c', 'answered a', 'answered b', 'answered c']);
});

it('runs a full batch at once, and lets a smaller one wait for the calls of the same turn', async () => {
  const batches: string[][] = [];
  let late: Promise<string> | undefined;
  const ask = batched(
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

it('lets a second batch go beside the first once it is full, as long as the queue allows it', async () => {
  for (const allowed of [2, 1]) {
    const running = new Set<string>();
    let together = 0;
    const ask = batched(
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
  const ask = batched(
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
  const ask = batched(
    (_keys: string[]) => ((runs += 1), Promise.reject(Object.assign(new Error('gone'), { code: '57P01' }))),
    options,
  );
  const outcomes = await Promise.allSettled(['a', 'b'].map(ask));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(runs).toBe(1);
});

it('says so when the queue is longer than can be served', async () => {
  const ask = batched((keys: number[]) => Promise.resolve(keys), options);
  // Two are on their way, four stand in the queue.
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(ask));
  expect(outcomes.map(({ status }) => status)).toEqual([...Array.from({ length: 6 }, () => 'fulfilled'), 'rejected']);
  expect((outcomes[6] as PromiseRejectedResult).reason).toBeInstanceOf(QueueFull);
});

const refusals = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.filter((each) => each.status === 'rejected' && each.reason instanceof QueueFull).length;

it('gives up whatever waits too long while the database hangs, on its way or in the queue, and serves again after it', async () => {
  let hangs = true;
  const ask = batched((keys: number[]) => (hangs ? new Promise<number[]>(() => undefined) : Promise.resolve(keys)), {
    ...options,
    longest: 50,
    patienceMs: 60,
  });
  const begun = performance.now();
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => ask(at)));
  expect(refusals(outcomes)).toBe(20);
  expect(isOutage((outcomes[19] as PromiseRejectedResult).reason)).toBe(true);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(29);
  // The batch that took the place of the first was begun while the database hung.
  await new Promise((resolve) => setTimeout(resolve, 80));
  hangs = false;
  expect(await Promise.all([1, 2, 3].map(ask))).toEqual([1, 2, 3]);
});

it('keeps whom it can serve in time, however long others have waited before them', async () => {
  const ask = batched(
    async (keys: number[]) => {
      await new Promise((resolve) => setTimeout(resolve, 25));
      return keys;
    },
    { ...options, longest: 50, patienceMs: 100 },
  );
  const outcomes: PromiseSettledResult<number>[] = [];
  for (let round = 0; round < 10; round += 1) outcomes.push(...(await Promise.allSettled([1, 2, 3].map(ask))));
  expect(refusals(outcomes)).toBe(0);
});

it('refuses what would take more bytes than its queue may hold, and takes as much again once that has gone', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const ask = batched(async (keys: { text: string }[]) => (await held, keys.map(() => 'done')), {
    ...options,
    longest: 1_000,
    most: 1,
  });
  const third = { text: 'x'.repeat(queueBounds.bytes / 6) };
  // One is on its way; two fit into the queue beside what each needs besides its text.
  const waiting = Promise.allSettled([third, third, third, third, third].map(ask));
  await new Promise((resolve) => setTimeout(resolve, 5));
  release();
  const outcomes = await waiting;
  expect(refusals(outcomes)).toBe(2);
  expect(refusals(await Promise.allSettled([third, third].map(ask)))).toBe(0);
});

it('holds in all queues together no more than the thread may', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const queue = () =>
    batched(async (keys: number[]) => (await held, keys), { ...options, bytesOf: () => queueBounds.bytes });
  const queues = Array.from({ length: 6 }, queue);
  const waiting = Promise.allSettled(queues.map((ask) => ask(1)));
  release();
  expect(refusals(await waiting)).toBe(6 - queueBounds.bytesOfAll / queueBounds.bytes);
  expect(await queues[5]!(1)).toBe(1);
});
