import { createReadStream } from 'node:fs';

import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';

import { saveProduct } from '@/lib/catalog/commands';
import { getProduct } from '@/lib/catalog/queries';
import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { withTags } from '@/tests/support/with-tags';
import { clock } from '@/lib/core/time';
import { FetchRefused, type GuardedFetch } from '@/lib/outside/fetch';
import { answering } from '@/tests/support/answering';
import { truncateAll } from '@/tests/support/database';

import { mostAttempts } from '@/lib/core/picture-retries';

import { fetchImage } from './fetch-image';

const address = 'https://cdn.example.com/lamp.png';
let imageId: string;

beforeEach(async () => {
  await truncateAll();
  const variants = [{ title: 'One', priceMinor: 1, currency: 'USD' }];
  await transact(saveProduct)(system, {
    handle: 'lamp',
    title: 'Lamp',
    status: 'ACTIVE',
    variants,
    images: [{ remoteUrl: address }],
  });
  imageId = (await db.productImage.findFirstOrThrow()).id;
});

const picture = () =>
  sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#c96' } })
    .png()
    .toBuffer();
const waiting = () =>
  db.$queryRaw<
    { runAt: Date }[]
  >`SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE task_identifier = 'fetchImage' ORDER BY run_at DESC`;

describe('a remote picture', () => {
  it('within reach is kept as a file of this site, smaller and named by its content', async () => {
    const { tags } = await withTags(async () => fetchImage(imageId, { fetch: answering(await picture()) }));
    const image = await db.productImage.findUniqueOrThrow({ where: { id: imageId }, include: { file: true } });
    expect(image).toMatchObject({
      state: 'READY',
      path: expect.stringMatching(/^\/files\/[0-9a-f]{64}\.webp$/) as unknown,
      file: { width: 2000, height: 1000, mime: 'image/webp' },
    });
    expect(tags).toContain('product:lamp');
    const kept = createReadStream(`${env.DATA_DIR}/files/${image.fileId!.slice(0, 2)}/${image.fileId}.webp`);
    const bytes = (await kept.toArray()).reduce((sum: number, chunk: Buffer) => sum + chunk.length, 0);
    expect(bytes).toBe(image.file?.bytes);
    expect((await getProduct(reading(), { handle: 'lamp' }))?.images[0]?.path).toBe(image.path);
  });

  it('is fetched once, however often its job runs', async () => {
    let asked = 0;
    const fetch: GuardedFetch = async (...words) => {
      asked += 1;
      return answering(await picture())(...words);
    };
    await fetchImage(imageId, { fetch });
    await fetchImage(imageId, { fetch });
    await fetchImage('00000000-0000-7000-8000-000000000000', { fetch });
    expect([asked, await db.file.count()]).toEqual([1, 1]);
  });

  const failures: [string, GuardedFetch][] = [
    [
      'out of reach',
      async () => {
        throw new FetchRefused('unreachable');
      },
    ],
    [
      'at a blocked address',
      async () => {
        throw new FetchRefused('blocked-address');
      },
    ],
    ['answered with 404', answering(Buffer.from('no'), 404)],
    ['that is no picture', answering(Buffer.from('<svg onload="x()"/>'))],
  ];

  it.each(failures)('%s stays pending, is tried ever later, and is given up in the end', async (_, fetch) => {
    let last = 0;
    for (let attempt = 1; attempt < mostAttempts; attempt += 1) {
      const now = clock();
      await fetchImage(imageId, { fetch, now });
      expect(await db.productImage.findUniqueOrThrow({ where: { id: imageId } })).toMatchObject({
        state: 'PENDING',
        attempts: attempt,
        path: null,
      });
      const wait = (await waiting())[0]!.runAt.getTime() - now.getTime();
      expect(wait).toBeGreaterThanOrEqual(last);
      expect(wait).toBeLessThanOrEqual(86_400_000);
      last = wait;
    }
    const queued = (await waiting()).length;
    await fetchImage(imageId, { fetch });
    expect(await db.productImage.findUniqueOrThrow({ where: { id: imageId } })).toMatchObject({
      state: 'FAILED',
      attempts: mostAttempts,
    });
    expect((await waiting()).length).toBe(queued);
    expect(await getProduct(reading(), { handle: 'lamp' })).toMatchObject({
      title: 'Lamp',
      variants: [{ title: 'One' }],
    });
  });

  it('is left to the queue to try again when our own storage fails', async () => {
    const fetch: GuardedFetch = async () => {
      throw new TypeError('a bug');
    };
    await expect(fetchImage(imageId, { fetch })).rejects.toThrow('a bug');
    expect(await db.productImage.findUniqueOrThrow({ where: { id: imageId } })).toMatchObject({
      state: 'PENDING',
      attempts: 0,
    });
  });
});
