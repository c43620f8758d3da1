import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { listen } from '@/lib/core/listen';

import { notifyDropChange } from '../sql';
import { broadcastDropChange } from './broadcast-drop-change';

it('tells of a rush at once, seldom while it lasts, and once more after its end', async () => {
  const [drop, other] = [randomUUID(), randomUUID()];
  const heard: { of: string; at: number }[] = [];
  const listener = listen({ millet_live: (of) => heard.push({ of, at: performance.now() }) });
  await expect
    .poll(async () => {
      await notifyDropChange(db, randomUUID());
      return heard;
    })
    .not.toHaveLength(0);
  heard.length = 0;
  const began = performance.now();
  broadcastDropChange(other);
  while (performance.now() - began < 350) {
    broadcastDropChange(drop);
    await pause(2);
  }
  const ended = performance.now();
  const of = (id: string) => heard.filter((each) => each.of === id);
  await expect.poll(() => of(drop).at(-1)?.at).toBeGreaterThan(ended);
  await pause(300);
  await listener.stop();
  expect(of(other)).toHaveLength(1);
  expect(of(drop).length).toBeGreaterThanOrEqual(2);
  expect(of(drop).length).toBeLessThanOrEqual(Math.ceil((ended - began) / 100) + 2);
  expect(of(drop)[0]!.at).toBeLessThan(ended);
});
