import { describe, expect, it } from 'vitest';

import { firstOf, lengthOf, multiLine } from './fields';
import { charactersOf } from './segments';

const whole = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment, index }) => [segment, index]);
const inPieces = (text: string) => [...charactersOf(text)].map(({ segment, index }) => [segment, index]);

const signs = ['a', '狐', 'e\u0301', '👨‍👩‍👧‍👦', '🇩🇪', '🏳️‍🌈', '\r\n', 'क्षि', '각', '👍🏽', ' ', 'ก็', '\u{1F1E6}'];

describe('the characters of a text', () => {
  it('are the same whether a text is walked whole or in pieces', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      let state = seed;
      const draw = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
      const text = Array.from({ length: 600 }, () => signs[draw() % signs.length]).join('');
      expect(inPieces(text)).toEqual(whole(text));
    }
    for (const text of [
      '',
      'a',
      '🇩🇪'.repeat(900),
      `${'a'.repeat(511)}e\u0301b`,
      `a${'\u0301'.repeat(1_500)}b`,
      `${'a'.repeat(511)}\r\nb`,
    ])
      expect(inPieces(text)).toEqual(whole(text));
  });

  it('end somewhere even where one would go on for ever', () => {
    const endless = `a${'\u0301'.repeat(20_000)}`;
    expect(
      inPieces(endless)
        .map(([segment]) => segment)
        .join(''),
    ).toBe(endless);
  });

  // On Node 20 the whole walk takes the square: 160,000 letters took most of a minute.
  it('are counted, and cut, in texts of any length within the time of a test', () => {
    const long = 'a'.repeat(400_000);
    expect(lengthOf(long)).toBe(400_000);
    expect(firstOf(long, 5_000)).toHaveLength(5_000);
    expect(multiLine(20_000).safeParse('中'.repeat(161_000)).success).toBe(false);
    expect(multiLine(20_000).safeParse('a'.repeat(20_001)).success).toBe(false);
  }, 20_000);
});
