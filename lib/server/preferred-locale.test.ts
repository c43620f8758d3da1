import { describe, expect, it } from 'vitest';

import { preferredLocale } from './preferred-locale';

describe('the reader’s language', () => {
  it.each([
    [null, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    [null, 'en-GB,en;q=0.9,zh;q=0.3', 'en'],
    [null, 'fr-FR,zh-TW;q=0.7,en;q=0.2', 'zh'],
    [null, 'zh;q=0,en', 'en'],
    [null, 'de', 'en'],
    [null, null, 'en'],
    ['a=1; millet-locale=zh', 'en', 'zh'],
    ['millet-locale=fr', 'zh', 'zh'],
    ['xmillet-locale=zh', 'en', 'en'],
  ])('cookies %s and Accept-Language %s give %s', (cookies, header, locale) => {
    expect(preferredLocale(cookies, header)).toBe(locale);
  });

  it('is the brand’s first where the reader asks for none that there is', () => {
    expect([preferredLocale(null, 'de', 'zh'), preferredLocale(null, null, 'zh')]).toEqual(['zh', 'zh']);
    expect([preferredLocale(null, 'en', 'zh'), preferredLocale('millet-locale=en', null, 'zh')]).toEqual(['en', 'en']);
  });
});
