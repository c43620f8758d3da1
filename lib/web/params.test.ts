import { expect, it } from 'vitest';

import { decodedParams, localeOf, pageParams, pageQuery } from './params';

it('pages have their parts decoded once, heads and handlers as they are', async () => {
  expect(await pageParams(Promise.resolve({ locale: 'zh', slug: '%E7%8B%90%25', view: ['a%2525'] }))).toEqual({
    locale: 'zh',
    slug: '狐%',
    view: ['a%25'],
  });
  expect(await decodedParams(Promise.resolve({ locale: 'zh', slug: '狐%', view: ['a%25'] }))).toEqual({
    locale: 'zh',
    slug: '狐%',
    view: ['a%25'],
  });
  expect(await pageParams(Promise.resolve({ locale: 'en', view: undefined }))).toEqual({ locale: 'en' });
});

it('one part that cannot be read makes the whole address nothing, and so does an unknown language', async () => {
  const bad = [
    { locale: 'en', slug: '%00' },
    { locale: 'en', slug: 'x', view: ['y', '%ff'] },
    { locale: 'xx', slug: 'x' },
    { locale: 'en', slug: '' },
  ];
  for (const params of bad) expect(await pageParams(Promise.resolve(params))).toBeNull();
  expect(await decodedParams(Promise.resolve({ locale: 'en', slug: '\0' }))).toBeNull();
});

it('a query has one short clean value for each name', async () => {
  const query = await pageQuery(
    Promise.resolve({ q: ['e\u0301\0', 'second'], long: '🎧'.repeat(500), half: 'a\ud83c', none: undefined }),
  );
  expect(query).toEqual({ q: 'é', long: '🎧'.repeat(300), half: 'a\ufffd' });
});

it('an address of no language leads to a missing page', async () => {
  expect(await localeOf(Promise.resolve({ locale: 'zh' }))).toBe('zh');
  for (const locale of ['fr', 'EN', 'en.txt', '', '__proto__', 'en%20'])
    await expect(localeOf(Promise.resolve({ locale }))).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404');
});
