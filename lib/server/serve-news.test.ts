import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { guest } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { askNews } from '@/lib/news/ask-news';
import { mailConfirmation, mailJoined } from '@/lib/flows/news/on-news-asked';
import { inTransaction } from '@/lib/core/context';
import { system } from '@/lib/core/actor';
import { forgetConsents } from '@/lib/news/schedules/forget-consents';
import { day } from '@/lib/core/time';

import { askForm } from './news-forms';
import { serveNews } from './serve-news';

const server = createServer((request, response) => {
  void serveNews(request, response).then((served) => served || response.writeHead(404).end());
});
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
afterAll(() => void server.close());
beforeEach(async () => {
  await db.newsConsent.deleteMany();
  await db.mail.deleteMany();
  await db.rateBucket.deleteMany();
  vi.spyOn(env, 'hasMail', 'get').mockReturnValue(true);
});

const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
const send = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(at(path), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const askFor = (email: string) => send('/en/news', new URLSearchParams({ email }).toString());
const titleOf = async (answer: Response) => /<h1>(.*?)<\/h1>/.exec(await answer.text())?.[1];

/** Runs what the worker does with the events so far, each once. */
async function work(): Promise<void> {
  const events = await db.event.findMany({ where: { name: { startsWith: 'news.' } }, orderBy: { at: 'asc' } });
  for (const event of events)
    await inTransaction(system, (ctx) =>
      (event.name === 'news.asked' ? mailConfirmation : mailJoined)(ctx, event as never),
    );
  await db.event.deleteMany({ where: { name: { startsWith: 'news.' } } });
}
const linkIn = async (to: string, kind: string) => {
  const mails = await db.mail.findMany({ where: { to, kind }, orderBy: { createdAt: 'desc' } });
  return new URL(/https?:\/\/\S+\/news\/\S+/.exec(mails[0]!.text)![0]);
};

describe('news', () => {
  it('is asked for, confirmed from the mailbox by a press, and left by another; the wording and the times are kept', async () => {
    expect(await titleOf(await askFor('Ann@Example.com'))).toBe('Check your inbox');
    await work();
    const { pathname, search } = await linkIn('ann@example.com', 'news.asked');
    expect(pathname).toBe('/en/news/confirm');
    const looked = await fetch(at(pathname + search));
    expect([looked.headers.get('cache-control'), await titleOf(looked)]).toEqual([
      'private, no-store',
      'Get our news?',
    ]);
    expect((await db.newsConsent.findFirstOrThrow()).confirmedAt).toBeNull();
    for (let time = 0; time < 2; time += 1)
      expect(await titleOf(await send(pathname + search, ''))).toBe('You’re on the list');
    const row = await db.newsConsent.findFirstOrThrow();
    expect(row).toMatchObject({ email: 'ann@example.com', locale: 'en', leftAt: null });
    expect(askForm('en')).toContain(row.wording);
    expect(row.confirmedAt!.getTime()).toBeGreaterThanOrEqual(row.askedAt.getTime());
    await work();
    const leave = await linkIn('ann@example.com', 'news.joined');
    const oneClick = await send(leave.pathname + leave.search, 'List-Unsubscribe=One-Click', {
      origin: 'https://mail.example',
    });
    expect(await titleOf(oneClick)).toBe('You’ve left the list');
    expect((await db.newsConsent.findFirstOrThrow()).leftAt).not.toBeNull();
    expect((await send(pathname + search, '')).status).toBe(410);
  });

  it('answers the same for every address, known or not, and mails one that is on the list how it leaves', async () => {
    const first = await (await askFor('bo@example.com')).text();
    await work();
    const { pathname, search } = await linkIn('bo@example.com', 'news.asked');
    await send(pathname + search, '');
    await work();
    expect(await (await askFor('bo@example.com')).text()).toBe(first);
    await work();
    expect(await db.mail.count({ where: { to: 'bo@example.com', kind: 'news.asked' } })).toBe(1);
    expect(await db.mail.count({ where: { to: 'bo@example.com', kind: 'news.joined' } })).toBe(2);
    // The fourth of one mailbox in a day, however it is spelt, writes nothing and tells nothing.
    await askFor('bo+x@example.com');
    await db.newsConsent.deleteMany();
    expect(await (await askFor('bo+y@example.com')).text()).toBe(first);
    expect(await db.newsConsent.count()).toBe(0);
  });

  it('refuses what is no address, another site’s form, a forged or foreign key, and a network that asks too often', async () => {
    expect((await askFor('nobody')).status).toBe(422);
    expect((await send('/en/news', 'email=a%40example.com', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await send('/en/news', `email=a%40example.com&website=x`)).status).toBe(200);
    expect((await send('/en/news', `email=a%40example.com&x=${'x'.repeat(5000)}`)).status).toBe(422);
    expect(await db.newsConsent.count()).toBe(0);
    await askFor('cy@example.com');
    await work();
    const { search } = await linkIn('cy@example.com', 'news.asked');
    expect((await send(`/en/news/leave${search}`, '')).status).toBe(410);
    expect((await send(`/en/news/confirm${search}x`, '')).status).toBe(410);
    expect((await send('/en/news/confirm', '')).status).toBe(410);
    for (let time = 0; time < 19; time += 1) await askFor(`many${time}@example.com`);
    expect((await askFor('more@example.com')).status).toBe(429);
  });

  it('is not asked for where no mail can be sent', async () => {
    vi.spyOn(env, 'hasMail', 'get').mockReturnValue(false);
    expect((await askFor('di@example.com')).status).toBe(503);
  });

  it('of many who ask for one address at a moment one row comes; control: without the index there are as many', async () => {
    const ask = (host: string) =>
      Array.from({ length: 3 }, (_, at) =>
        askNews({ ...guest, ip: `10.0.0.${at}` }, { email: `ed@${host}`, locale: 'en', wording: 'Yes' }),
      );
    await Promise.all(ask('one.example'));
    expect(await db.newsConsent.count()).toBe(1);
    const rows = ['a', 'b'].map(() => ({ email: 'x@x.example', locale: 'en', wording: '', askedAt: new Date() }));
    await expect(db.newsConsent.createMany({ data: rows })).rejects.toThrow();
    await db.$executeRaw`DROP INDEX "NewsConsent_one_live"`;
    try {
      expect((await db.newsConsent.createMany({ data: rows })).count).toBe(2);
    } finally {
      await db.newsConsent.deleteMany();
      await db.$executeRaw`CREATE UNIQUE INDEX "NewsConsent_one_live" ON "NewsConsent"("email") WHERE "leftAt" IS NULL`;
    }
  });

  it('what was not confirmed is forgotten after seven days, and its link no longer works', async () => {
    await askFor('flo@example.com');
    await work();
    const { pathname, search } = await linkIn('flo@example.com', 'news.asked');
    await db.newsConsent.updateMany({ data: { askedAt: new Date(Date.now() - 8 * day) } });
    expect((await send(pathname + search, '')).status).toBe(410);
    expect(await forgetConsents(new Date())).toBe(1);
  });
});
