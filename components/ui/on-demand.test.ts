import { expect, it, vi } from 'vitest';

import { onDemand } from './on-demand';

it('is loaded once, however often it is wanted', async () => {
  const ask = vi.fn(async () => ({ part: 1 }));
  const part = onDemand(ask);
  expect(part.now()).toBeNull();
  const [first, second] = await Promise.all([part.load(), part.load()]);
  expect(await part.load()).toBe(first);
  expect(second).toBe(first);
  expect(part.now()).toBe(first);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('is asked for again when it did not come', async () => {
  const ask = vi.fn(async () => 'here').mockRejectedValueOnce(new Error('offline'));
  const part = onDemand(ask);
  await expect(part.load()).rejects.toThrow('offline');
  expect(part.now()).toBeNull();
  expect(await part.load()).toBe('here');
  expect(part.now()).toBe('here');
});
