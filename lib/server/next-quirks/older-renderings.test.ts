import { expect, it } from 'vitest';

import { dropPages, pageGeneration } from '../page-generation';

import { generationOfRendering, renderAfterOlder } from './overtaken';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Begins to render an address, and says which generation it may be of; it goes on until it is told to end. */
function begin(url: string, atBegin = (): void => undefined) {
  const rendering = { begun: false, of: NaN, end: async (): Promise<unknown> => undefined };
  let finish = (): void => undefined;
  const held = new Promise<void>((resolve) => (finish = resolve));
  const whole = renderAfterOlder({ url }, () => {
    Object.assign(rendering, { begun: true, of: generationOfRendering() });
    atBegin();
    return held;
  });
  rendering.end = async () => (finish(), await whole, await turn());
  return rendering;
}

it('a page waits for the older renderings of its address, also for one that a change made old while it waited', async () => {
  const first = begin('/en/a');
  await turn();
  dropPages();
  // The next change comes as soon as the second goes on.
  const second = begin('/en/a?with=query', dropPages);
  const third = begin('/en/a');
  await turn();
  expect([second.begun, third.begun]).toEqual([false, false]);
  await first.end();
  expect([second.begun, third.begun]).toEqual([true, false]);
  await second.end();
  expect([third.begun, third.of]).toEqual([true, pageGeneration()]);
  await third.end();
});

it('a page is of an older generation while what others read before a change may be shared with it', async () => {
  const older = begin('/en/b');
  await turn();
  const before = pageGeneration();
  dropPages();
  const beside = begin('/en/c');
  const joined = begin('/en/c?again');
  await turn();
  expect([beside.of, joined.of]).toEqual([before, before]);
  await older.end();
  const other = begin('/en/d');
  await turn();
  expect(other.of).toBe(pageGeneration());
  await Promise.all([beside.end(), joined.end(), other.end()]);
  expect(generationOfRendering()).toBe(pageGeneration());
});
