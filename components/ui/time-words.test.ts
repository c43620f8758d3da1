import { expect, it } from 'vitest';

import { absoluteWords, relativeWords } from './time-words';

const at = Date.UTC(2026, 10, 28, 22, 30);

it('writes each kind of moment in its own way, however often and in whatever order', () => {
  const zone = 'Asia/Shanghai';
  const kinds = [{ dateStyle: 'medium' }, { dateStyle: 'full' }, { dateStyle: 'medium', timeZone: zone }] as const;
  for (const [locale, tag] of [
    ['en', 'en'],
    ['zh', 'zh-CN'],
    ['en', 'en'],
  ] as const)
    for (const kind of [...kinds, ...kinds.toReversed()])
      expect(absoluteWords(at, locale, kind)).toBe(
        new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...kind }).format(at),
      );
});

it('writes in UTC unless no zone is asked for, which is the reader’s own', () => {
  const options = { timeStyle: 'short', timeZone: undefined } as const;
  expect(absoluteWords(at, 'en', { timeStyle: 'short' })).toMatch(/^10:30.PM$/);
  expect(absoluteWords(at, 'en', options)).toBe(new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(at));
});

it('says how long ago in long and in narrow words', () => {
  expect(relativeWords(at, at + 3 * 3_600_000, 'en')).toBe('3 hours ago');
  expect(relativeWords(at, at + 3 * 3_600_000, 'en', 'narrow')).toBe('3h ago');
  expect(relativeWords(at, at + 3 * 3_600_000, 'zh')).toBe('3小时前');
  expect(relativeWords(at, at + 20_000, 'en')).toBe('now');
});
