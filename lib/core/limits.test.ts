import { describe, expect, it } from 'vitest';

import { db } from './db';
import { spend } from './limits';
import { after } from './time';

const limit = { name: 'test', count: 5, seconds: 60 };
const now = new Date('2026-03-01T00:00:00.000Z');

describe('a rate limit', () => {
  it('lets exactly its count through, however many ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 40 }, () => spend(db, limit, 'racing', now)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const refused = asked.find((each) => each.status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'rate-limited', detail: { values: { seconds: 60 } } });
  });

  it('begins anew where the clock was set back, but not by what two processes may differ', async () => {
    for (let i = 0; i < 5; i += 1) await spend(db, limit, 'back', now);
    await expect(spend(db, limit, 'back', after(now, -59_000))).rejects.toThrow('wait');
    await spend(db, limit, 'back', after(now, -61_000));
  });

  it('begins anew when its window is over, and counts each subject apart', async () => {
    for (let i = 0; i < 5; i += 1) await spend(db, limit, 'ada', now);
    await expect(spend(db, limit, 'ada', after(now, 59_000))).rejects.toThrow('wait 1 s');
    await spend(db, limit, 'bela', now);
    await spend(db, limit, 'ada', after(now, 60_000));
  });
});
