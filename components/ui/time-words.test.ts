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

it.each(['en', 'zh'] as const)('says of any moment what Unicode’s tables say, in %s', (locale) => {
  const units = { year: 31_557_600, month: 2_629_800, week: 604_800, day: 86_400, hour: 3_600, minute: 60 } as const;
  for (const style of ['long', 'narrow'] as const) {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style });
    expect(relativeWords(at, at, locale, style)).toBe(format.format(0, 'second'));
    for (const [unit, length] of Object.entries(units) as [keyof typeof units, number][])
      for (let count = -20; count <= 20; count += 1) {
        const [seconds, next] = [count * length, Object.values(units).findLast((each) => each > length) ?? Infinity];
        if (count === 0 || Math.abs(seconds) >= next) continue;
        expect(relativeWords(at + seconds * 1000, at, locale, style)).toBe(format.format(count, unit));
      }
  }
});
