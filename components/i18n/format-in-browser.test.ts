import { expect, it } from 'vitest';
import { _createCache, _createIntlFormatters } from 'use-intl/core';

import { compileMessage } from '@/messages/compile';

import formatMessage from './format-in-browser';

const formatters = _createIntlFormatters(_createCache());
const say = (sentence: string, values: Record<string, number>, locale = 'en') =>
  formatMessage('key', compileMessage(sentence), values, { formatters, locale } as never);

it('writes whole numbers of any size, plurals by the rules of the language, and all other numbers as the browser does', () => {
  const votes = '{count, plural, one {# vote} other {# votes}}';
  expect([1, 0, 999, 12_345].map((count) => say(votes, { count }))).toEqual([
    '1 vote',
    '0 votes',
    '999 votes',
    '12,345 votes',
  ]);
  expect(say('{count, number} 票', { count: 1_234_567 }, 'zh-CN')).toBe('1,234,567 票');
  expect(say('{share, number, percent}', { share: 0.256 })).toBe(
    formatters.getNumberFormat('en', undefined).format(0.256),
  );
  expect(say('{n, number}', { n: 1.5 })).toBe('1.5');
});
