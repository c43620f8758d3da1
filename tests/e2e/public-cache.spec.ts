/** Public pages are sent from memory, and never as they were before what their reader has just written. */
import type { APIRequestContext, APIResponse } from '@playwright/test';

import { expect, test } from './support/test';
import { visit } from './support/visit';
import { cookieOf } from './support/world';

/** Asks until the page comes from memory: what Next makes anew at that moment is kept a moment later. */
async function warm(request: APIRequestContext, path: string) {
  const answers: APIResponse[] = [];
  await expect
    .poll(async () => {
      answers.push(await request.get(path));
      return answers.at(-1)!.headers()['x-millet-cache'];
    })
    .toBe('hit');
  return answers.at(-1)!;
}

test('a public page comes from memory, whole or as what its reader has already; a page for members never', async ({
  request,
}) => {
  const answer = await warm(request, '/en/boards');
  const { etag, age, ...headers } = answer.headers();
  expect([headers['content-encoding'], headers['x-frame-options'], Number(age) <= 5]).toEqual(['gzip', 'DENY', true]);
  const [asFan, same] = await Promise.all([
    request.get('/en/boards', { headers: await cookieOf('fan') }),
    request.get('/en/boards', { headers: { 'if-none-match': etag! } }),
  ]);
  expect(asFan.headers()['x-millet-cache']).toMatch(/hit|stale/);
  expect([same.status(), same.headers()['x-millet-cache']]).toEqual([304, expect.stringMatching(/hit|stale/)]);
  for (let turn = 0; turn < 2; turn += 1) {
    const own = await request.get('/en/account', { headers: await cookieOf('fan') });
    expect([own.status(), own.headers()['x-millet-cache'], own.headers()['x-millet-whole']]).toEqual([
      200,
      undefined,
      undefined,
    ]);
  }
});

test('who has just written finds it on the public page, which was in memory without it', async ({
  request,
  browser,
  baseURL,
}) => {
  const title = `Sent from memory ${Date.now()}`;
  const page = await visit(browser, 'fan');
  await page.goto('/en/new?board=lounge');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Your post').fill('And not a moment longer.');
  expect(await (await warm(request, '/en/boards/lounge')).text()).not.toContain(title);
  const readers = readAllTheTime(`${baseURL}/en/boards/lounge`);
  try {
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.waitForURL(/\/t\/\d+/);
    expect(await (await request.get('/en/boards/lounge')).text()).toContain(title);
  } finally {
    await readers.stop();
  }
});

/** Has a page asked for by four readers at once, so that it is always being made for one of them. */
function readAllTheTime(address: string): { stop(): Promise<unknown> } {
  let going = true;
  const read = async () => {
    while (going) {
      await (await fetch(address)).arrayBuffer();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const readers = Array.from({ length: 4 }, read);
  return { stop: () => ((going = false), Promise.all(readers)) };
}
