import { afterEach, beforeEach, expect, it } from 'vitest';

import { bareBuildMs, startBareNext, type BareNext } from '@/tests/support/bare-next';

// What Next does without it, needed.test.ts shows.
let server: BareNext;
beforeEach(async () => void (server = await startBareNext('lib/server/next-quirks/overtaken.ts')), bareBuildMs);
afterEach(() => server.stop());

const ask = async (path: string, init: RequestInit = {}) =>
  (await fetch(`http://127.0.0.1:${server.port}${path}`, init)).text();
const valueOf = async (path: string) => /value\((\w+)\)/.exec(await ask(path))?.[1];
const change = () => ask('/handler/change', { method: 'POST' });
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('gives nobody a page that was begun before a change, and keeps none', async () => {
  const first = valueOf('/en/slow/page');
  await pass(500);
  await change();
  const joined = [valueOf('/en/slow/page'), valueOf('/en/slow/page?with=query')];
  expect(await Promise.all(joined)).toEqual(['new', 'new']);
  await first;
  expect(await valueOf('/en/slow/page')).toBe('new');
});

it('holds so for a page that is made again behind the answer of who asked', async () => {
  expect(await valueOf('/en/slow/short')).toBe('old');
  await pass(1_100);
  expect(await valueOf('/en/slow/short')).toBe('old');
  await pass(300);
  await change();
  expect(await valueOf('/en/slow/short')).toBe('new');
  expect(await valueOf('/en/slow/short')).toBe('new');
});

it.each([3_600_000, -3_600_000])('shows a change although the clock was set by %i milliseconds', async (clock) => {
  expect(await valueOf('/en/slow/page')).toBe('old');
  await ask(`/handler/change?clock=${clock}`, { method: 'POST' });
  expect(await valueOf('/en/slow/page')).toBe('new');
  expect(await valueOf('/en/slow/page')).toBe('new');
});

it('keeps a page as old as what it was given by the rendering of another', async () => {
  const first = valueOf('/en/slow/page');
  await pass(500);
  await change();
  // Another address that shares what it reads: it may be old once, and is not kept.
  await valueOf('/zh/slow/page');
  expect(await valueOf('/zh/slow/page')).toBe('new');
  await first;
});
