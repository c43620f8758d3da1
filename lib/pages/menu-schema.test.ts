import { describe, expect, it } from 'vitest';

import { env } from '@/lib/core/env';
import { menuArea as area, menuLink as link, readMenuForm as parse } from '@/tests/support/menu-factories';

import { menuMost } from './choices/menu';
import { saveMenuInput } from './menu-schema';

const noWords = { en: '', zh: '' };

describe('the form of the menu', () => {
  const problem = (entries: unknown) =>
    parse(entries).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const hrefOf = (typed: string) => {
    const read = parse([link(typed)]);
    return read.success ? (read.data.entries[0] as { href: string }).href : problem([link(typed)]);
  };

  it('takes paths of this site without their language, and addresses of others by https', () => {
    expect(hrefOf('/products#new')).toBe('/products#new');
    expect(hrefOf(' /zh/pages/about?a=1 ')).toBe('/pages/about?a=1');
    expect(hrefOf('/en')).toBe('/');
    expect(hrefOf('/en?a=1')).toBe('/?a=1');
    expect(hrefOf('/english')).toBe('/english');
    expect(hrefOf(`${env.PUBLIC_URL}/en/ideas`)).toBe('/ideas');
    expect(hrefOf('https://otter.example/a')).toBe('https://otter.example/a');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'mailto:a@otter.example',
    'http://otter.example',
    'https://user:word@otter.example',
    '/.//evil.example',
    '/en//evil.example',
    '/en/.//evil.example',
    '/\\evil.example',
    `${env.PUBLIC_URL}//evil.example`,
    `${env.PUBLIC_URL}/en//evil.example`,
    'otter',
    '#top',
    `/${'好'.repeat(300)}`,
  ])('refuses the address %s', (typed) => {
    expect(hrefOf(typed)).toEqual(['entries.0.href code:menu-bad-link']);
  });

  it('takes what leads to another host for what it is', () => {
    expect(hrefOf('//evil.example/a')).toBe('https://evil.example/a');
  });

  it('refuses a link without address or words, and two to the same address', () => {
    expect(problem([link('')])).toEqual(['entries.0.href code:required']);
    expect(problem([link('/a', { words: noWords })])).toEqual(['entries.0.words.en code:required']);
    expect(problem([link('/a', { words: { en: '\u200b', zh: ' ' } })])).toEqual(['entries.0.words.en code:required']);
    expect(problem([link('/a'), area('shop'), link('/en/a')])).toEqual(['entries.2.href code:menu-link-twice']);
  });

  it('refuses what no form of ours sends', () => {
    for (const entries of [
      [area('shop'), area('shop')],
      [area('nowhere')],
      [{ type: 'script' }],
      [{ type: 'page', pageId: 'x' }],
      ['shop', null, 7],
      { entries: [] },
      Array.from({ length: menuMost.links + 1 }, (_, at) => link(`/${at}`)),
      Array.from({ length: 400 }, (_, at) => ({
        type: 'page',
        pageId: `019b0000-0000-7000-8000-${`${at}`.padStart(12, '0')}`,
      })),
      [area('shop', { words: { en: 'a'.repeat(menuMost.words + 1), zh: '' } })],
      [area('shop', { hidden: 'yes' })],
      [link('/a'.repeat(30_000))],
    ])
      expect(parse(entries).success, JSON.stringify(entries).slice(0, 80)).toBe(false);
    expect(saveMenuInput.safeParse({ locale: 'en', shown: 0, entries: '[' }).success).toBe(false);
    expect(saveMenuInput.safeParse({ locale: 'en', shown: -1, entries: '[]' }).success).toBe(false);
  });

  it('keeps nothing that it does not know, and cleans names', () => {
    const { entries } = parse([
      area('shop', { onclick: 'x', words: { en: ' St\u0000or\u200be ', zh: '', fr: 'x' } }),
    ]).data!;
    expect(entries).toEqual([{ type: 'area', area: 'shop', hidden: false, words: { en: 'Store', zh: '' } }]);
  });
});
