import { expect, it } from 'vitest';

import { db } from './db';
import { listen } from './listen';
import { announceTags, everything, tagChannel } from './tags';

it('announces every tag, and that everything changed where PostgreSQL takes no note so long', async () => {
  const heard: string[][] = [];
  const listener = listen({ [tagChannel]: (payload) => heard.push(JSON.parse(payload) as string[]) });
  await expect
    .poll(
      async () => {
        await announceTags(db, ['ready']);
        return heard.length;
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0);
  const some = Array.from({ length: 150 }, (_, at) => `thread:${at}`);
  const many = Array.from({ length: 2_000 }, (_, at) => `thread:${at}`);
  await announceTags(db, some);
  await announceTags(db, many);
  await expect.poll(() => heard.filter(([first]) => first !== 'ready')).toEqual([some, [everything]]);
  await listener.stop();
});
