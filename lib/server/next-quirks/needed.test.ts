/**
 * What the installed Next does by itself, on a small app with nothing of ours. A test that fails here says that Next has
 * changed: the workaround that it names is needed no more, or must be looked at again.
 */
import { readdirSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bareBuildMs, startBareNext, type BareNext } from '@/tests/support/bare-next';

let bare: BareNext;
beforeAll(async () => void (bare = await startBareNext()), bareBuildMs);
afterAll(() => bare.stop());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${bare.port}${path}`, { redirect: 'manual', ...init });
const whole = { headers: { 'user-agent': 'made-whole' } };
const body = async (response: Response) => (await response.text()).replaceAll(/<script\b.*?<\/script>/gs, '');

const tried: string[] = [];
const needed = (file: string, what: string, test: () => Promise<void>) => {
  tried.push(file);
  it(`${file}: ${what}`, test);
};

describe('Next by itself', () => {
  needed('whole-pages.ts', 'begins a page with 200 before it can send the reader on', async () => {
    expect((await ask('/en/member/sent-on')).status).toBe(200);
    expect((await ask('/en/member/sent-on', whole)).status).toBe(307);
  });

  needed('answer.ts', 'says 404 only with a document that is empty until scripts run', async () => {
    for (const path of ['/en/member/missing', '/en/missing/a']) {
      const answer = await ask(path, whole);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await body(answer)).not.toContain('Nothing here');
    }
  });
});

it('every workaround is tried', () => {
  const files = ['lib/server/next-quirks', 'lib/web/next-quirks'].flatMap((folder) =>
    readdirSync(folder).filter((file) => !file.endsWith('.test.ts')),
  );
  expect([...new Set(tried)].toSorted()).toEqual(files.toSorted());
});
