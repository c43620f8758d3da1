import { beforeEach, describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { truncateAll, untilWaiting } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { pageForm, textBlock } from '@/tests/support/page-factories';

import { readBlocks } from './choices/blocks';
import { importPage, savePage, showPictureInPages } from './commands';

const url = 'https://cdn.shop.example/mill.png';
const path = `/files/${'a'.repeat(64)}.webp`;

let admin: SignedIn;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
});

/** A context in which no row is locked before it is read: the control. */
const withoutLock = (ctx: Ctx): Ctx => ({
  ...ctx,
  db: new Proxy(ctx.db, {
    get: (target, name) => (name === '$queryRaw' ? async () => [] : (Reflect.get(target, name) as unknown)),
  }),
});

function promised(): [Promise<void>, () => void] {
  let tell = () => {};
  return [new Promise<void>((resolve) => (tell = resolve)), () => tell()];
}

describe('a picture that comes while staff save the page', () => {
  it.each([
    ['stands beside what they wrote', (ctx: Ctx) => ctx, `Mine ![Mill](${path})`],
    ['would take back what they wrote without the lock (control)', withoutLock, `Theirs ![Mill](${path})`],
  ])('%s', async (_, guard, words) => {
    const page = {
      source: 'shopify',
      sourceId: 'mill',
      slug: 'mill',
      lang: 'en',
      title: 'Mill',
      description: '',
    } as const;
    await transact(importPage)(system, { ...page, texts: [`Theirs ![Mill](${url})`], pictures: [url] });
    const { id } = await db.page.findFirstOrThrow();
    const [saved, tellSaved] = promised();
    const [over, end] = promised();
    const saving = inTransaction(admin, async (ctx) => {
      await savePage(
        ctx,
        pageForm({ pageId: id, shown: 1, title: 'Mill', blocks: [textBlock(`Mine ![Mill](${url})`)] }),
      );
      tellSaved();
      await over;
    });
    await saved;
    const showing = inTransaction(system, (ctx) => showPictureInPages(guard(ctx), { pageIds: [id], url, path })).catch(
      () => 'failed',
    );
    await untilWaiting(1);
    end();
    await Promise.all([saving, showing]);
    const [block] = readBlocks((await db.page.findUniqueOrThrow({ where: { id } })).blocks);
    expect(block).toEqual({ type: 'text', text: { en: words, zh: '' } });
  });
});
