/** Addresses in no language of ours, threads under names that they do not have, and posts that no page can read. */
import { expect, test } from './support/test';
import { cookieOf, one } from './support/world';

const notHere = [
  ['en', 'There’s nothing here'],
  ['zh', '这里什么也没有'],
] as const;

test('without JavaScript an address in an unknown language says so in the reader’s, and no cache keeps it', async ({
  browser,
}) => {
  for (const [language, words] of notHere) {
    const page = await (await browser.newContext({ javaScriptEnabled: false, locale: language })).newPage();
    for (const path of ['/fr/boards', '/fr', '/EN/boards/foxtail-air']) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 404]);
      expect(answer?.headers()['cache-control']).toContain('no-store');
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(words);
      expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
    }
    await page.context().close();
  }
});

test('a thread under any other name leads to its own address for good', async ({ request }) => {
  const [number, slug] = await Promise.all(
    ['number', 'slug'].map((field) =>
      one(
        `SELECT t."${field}" FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId" WHERE b."visibility" = 'PUBLIC' AND t."postCount" > 3 ORDER BY t."number" LIMIT 1`,
      ),
    ),
  );
  const own = (locale: string) => `/${locale}/t/${number}/${encodeURIComponent(String(slug))}`;
  const lead = async (path: string) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    return [answer.status(), answer.headers().location];
  };
  expect(await lead(own('en'))).toEqual([200, undefined]);
  for (const locale of ['en', 'zh']) {
    for (const name of ['', '/anything', '/%E7%8B%90', '/old-name'])
      expect(await lead(`/${locale}/t/${number}${name}`)).toEqual([308, own(locale)]);
    expect(await lead(`/${locale}/t/${number}/anything/from/2`)).toEqual([308, `${own(locale)}/from/2`]);
  }
  const inner = await one(
    `SELECT t."number" FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId" WHERE b."visibility" = 'STAFF' LIMIT 1`,
  );
  const answer = await request.get(`/en/inner/t/${inner}/anything`, {
    maxRedirects: 0,
    headers: await cookieOf('admin'),
  });
  expect([answer.status(), answer.headers().location]).toEqual([
    308,
    expect.stringMatching(new RegExp(`^/en/inner/t/${inner}/(?!anything)`)),
  ]);
});

test('what no page can read is refused in words, and is no fault of ours', async ({ request }) => {
  const garbage = { 'content-type': 'multipart/form-data; boundary=x' };
  const refusals: [Record<string, string>, string, number][] = [
    [garbage, 'garbage', 400],
    [garbage, 'x'.repeat(200_000), 400],
    [{ ...garbage, origin: 'garbage' }, '--x--\r\n', 403],
    [{ ...garbage, 'next-action': 'x' }, '--x--\r\n', 400],
    [{ 'next-action': '0'.repeat(42), 'content-type': 'text/plain' }, '{', 400],
    [{ 'next-router-state-tree': 'garbage' }, 'a=b', 400],
  ];
  for (const path of ['/en/sign-in', '/zh/boards', '/en/account']) {
    for (const [headers, data, status] of refusals) {
      const answer = await request.post(path, { headers, data, maxRedirects: 0 });
      expect([path, headers, answer.status()]).toEqual([path, headers, status]);
    }
  }
});

test('so is a long form, which only its page can read', async ({ request }) => {
  const long = 'x'.repeat(1_000_000);
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const part = '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n';
  const action = { ...headers, 'next-action': '0'.repeat(42) };
  const refusals: [Record<string, string>, string, number][] = [
    [headers, long, 400],
    [headers, `${part}${long}`, 400],
    [headers, `--x\r\nno header\r\n\r\n${long}`, 400],
    [action, `${part}${long}`, 409],
  ];
  for (const [sent, data, status] of refusals) {
    const answer = await request.post('/zh/staff/products', { headers: sent, data, maxRedirects: 0 });
    expect([data.slice(0, 80), answer.status()]).toEqual([data.slice(0, 80), status]);
    if (status === 400) expect(await answer.text()).toContain('没能读懂');
  }
  // The connection is as good as before.
  expect((await request.get('/en')).status()).toBe(200);
});

test('a place in a list after which nothing comes is a page that is not there', async ({ request }) => {
  test.slow();
  const never = '0.00000000-0000-7000-8000-000000000000';
  const board = await one(`SELECT "slug" FROM "Board" WHERE "visibility" = 'PUBLIC' LIMIT 1`);
  for (const path of [
    `/en/boards/${board}/after/${never}`,
    `/en/releases/after/${never}`,
    `/zh/ideas/all/open/new/${never}`,
  ])
    // One network has a budget of such pages, which all these tests share: it grows by one every two seconds.
    await expect
      .poll(async () => (await request.get(path)).status(), { message: path, intervals: [2_500], timeout: 60_000 })
      .toBe(404);
});
