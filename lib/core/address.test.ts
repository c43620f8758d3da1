import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkPart, encodePart, isDecodable, readNumber, readPart, readPath } from './address';

describe('a part of an address', () => {
  it('comes back as it was written, in NFC, whatever letters it has', () => {
    for (const text of [
      'first-drop',
      '狐尾秋季首发',
      'Größe',
      '100%-cotton',
      '50%25off',
      '%e8%80%b3',
      'a b',
      'é',
      'e\u0301',
      'Первый',
      '🎧',
      "it's",
    ]) {
      expect([text, readPart(encodePart(text))]).toEqual([text, text.normalize('NFC')]);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const part = encodePart(text);
        expect(part).toMatch(/^[A-Za-z0-9\-_.!~*'()%]+$/);
        const whole = checkPart(text);
        expect(readPart(part)).toBe(whole);
      }),
    );
  });

  it('is read once: an escaped escape stays one', () => {
    expect([readPart('50%2525off'), readPart('a%25b'), readPart('%25')]).toEqual(['50%25off', 'a%b', '%']);
    expect(checkPart('a%25b')).toBe('a%25b');
  });

  it('is found by é in either form', () => {
    expect(readPart('caf%C3%A9')).toBe(readPart('cafe%CC%81'));
    expect(encodePart('cafe\u0301')).toBe('caf%C3%A9');
  });

  it('is nothing where it cannot be read', () => {
    const bad = [
      '',
      '%',
      '%zz',
      '%ff',
      '%E0%A4%A',
      '%00',
      'a%00b',
      '%0A',
      '%ED%A0%80',
      '.',
      '..',
      '%2e',
      '%2E%2e',
      'a%2Fb',
      'a%5Cb',
      'x'.repeat(256),
      '%E7%8B%90'.repeat(256),
      'x'.repeat(100_000),
    ];
    expect(bad.filter((part) => readPart(part) !== null)).toEqual([]);
    expect(['\0', 'a/b', '\ud83c', '..', ''].filter((part) => checkPart(part) !== null)).toEqual([]);
  });
});

it('a path is read part by part, and not at all when one part is unreadable', () => {
  expect(readPath('/en/boards/%E8%8C%B6%E9%A6%86/')).toEqual(['en', 'boards', '茶馆']);
  expect([readPath('/en/u/%00'), readPath('/en//u'), readPath('/en/u/a%2Fb')]).toEqual([null, null, null]);
  expect([isDecodable('/en/u/%25'), isDecodable('/en/u/%ff'), isDecodable('/en/u/%')]).toEqual([true, false, false]);
});

it('a number fits an integer of the database', () => {
  expect(['1', '999999999'].map(readNumber)).toEqual([1, 999_999_999]);
  expect(['0', '01', '-1', '1e3', '１', '2147483648', '9'.repeat(40), ''].map(readNumber)).toEqual(Array(8).fill(null));
});
