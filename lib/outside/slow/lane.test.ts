import { setTimeout as pause } from 'node:timers/promises';

import sharp from 'sharp';
import { afterEach, expect, it } from 'vitest';

import { boundedMap } from '@/lib/core/bounded';

import type { Outcome } from '.';
import { createLane, type Lane } from './lane';
import type { LaneOptions } from './lane-options';

const small: LaneOptions = {
  name: 'test',
  holds: 'Tasks of a test.',
  atOnce: 1,
  count: 5,
  bytes: 1_000_000,
  waitMs: 20_000,
  perOwner: 3,
  limitMs: 10_000,
  niceness: 5,
  idleMs: 0,
};
const open: Lane[] = [];
const lane = (options: Partial<LaneOptions> = {}) => {
  const made = createLane({ ...small, ...options }, boundedMap as never);
  open.push(made);
  return made;
};
const render = (made: Lane, markdown: string, turn = {}) =>
  made.run('render', { markdown, origin: 'https://fans.example' }, turn);
const codes = (outcomes: Outcome[]) => outcomes.map(({ refused }) => refused?.code ?? 'done');
afterEach(() => open.splice(0).forEach((each) => each.stop()));

it('does a task in another process and brings its result or its refusal back', async () => {
  const made = lane();
  expect(await render(made, '**a**')).toMatchObject({ result: { html: '<p><strong>a</strong></p>\n' } });
  const file = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#c84' } })
    .png()
    .toBuffer();
  const { result } = await made.run('picture', { file, max: 10 });
  expect(result).toMatchObject({ width: 10, mime: 'image/webp' });
  expect(Buffer.isBuffer((result as { bytes: unknown }).bytes)).toBe(true);
  expect(await made.run('picture', { file: Buffer.from('no picture'), max: 10 })).toMatchObject({
    refused: { code: 'not-an-image' },
  });
  expect(made.pid()).not.toBe(process.pid);
});

it('refuses what finds the queue full by count or by bytes, and more than its share of one owner', async () => {
  const made = lane();
  const mine = Array.from({ length: 5 }, () => render(made, 'a', { owner: 'me' }));
  const theirs = Array.from({ length: 4 }, (_, at) => render(made, 'a', { owner: `${at}` }));
  expect(codes(await Promise.all(mine))).toEqual(['done', 'done', 'done', 'rate-limited', 'rate-limited']);
  expect(codes(await Promise.all(theirs))).toEqual(['done', 'done', 'done', 'rate-limited']);
  const [running, large] = [render(made, 'a'), render(made, 'x'.repeat(600_000))];
  expect(codes(await Promise.all([running, large]))).toEqual(['done', 'rate-limited']);
});

it('gives everyone a turn before anybody gets a second one, and what is urgent the first', async () => {
  const made = lane({ count: 50 });
  const order: string[] = [];
  const ask = (owner: string, first = false) => render(made, 'a', { owner, first }).then(() => order.push(owner));
  await Promise.all([ask('greedy'), ask('greedy'), ask('greedy'), ask('one'), ask('two'), ask('urgent', true)]);
  expect(order).toEqual(['greedy', 'urgent', 'one', 'two', 'greedy', 'greedy']);
});

it('gives up a task that takes too long, and does what waits behind it', async () => {
  const made = lane({ limitMs: 1_500 });
  await render(made, 'warm');
  const before = made.pid();
  // Half a minute of work for the argon2 library.
  const long = made.run('hashPassword', { password: 'a', cost: { memoryCost: 65_536, timeCost: 400, parallelism: 1 } });
  const next = render(made, 'b');
  expect(codes(await Promise.all([long, next]))).toEqual(['too-complex', 'done']);
  expect(made.pid()).not.toBe(before);
});

it('tries once more what was on its way when its process died', async () => {
  const made = lane();
  await render(made, 'warm');
  const slow = made.run('hashPassword', { password: 'a', cost: { memoryCost: 65_536, timeCost: 10, parallelism: 1 } });
  await pause(50);
  process.kill(made.pid()!, 'SIGKILL');
  expect(await slow).toMatchObject({ result: expect.stringContaining('$argon2id$') });
});

it('ends a process that has had nothing to do', async () => {
  const made = lane({ idleMs: 100 });
  await render(made, 'a');
  await pause(400);
  expect(made.pid()).toBeUndefined();
  expect(codes([await render(made, 'b')])).toEqual(['done']);
});
