import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import {
  cutTo,
  firstOf,
  lengthOf,
  maybeLine,
  maybeLines,
  multiLine,
  nameLine,
  oneLine,
  secret,
  secretsOf,
  titleLine,
} from './fields';
import { cleanText } from './sanitize/clean-text';
import { asCode, asCrockford, asTyped, typed } from './typed';

const unseen = [
  '\u0000',
  '\u0007',
  '\u007f',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u00ad',
  '\u034f',
  '\u115f',
  '\u1160',
  '\u17b4',
  '\u180e',
  '\ufeff',
  '\ufff9',
  '\ufffc',
  '\uffff',
  '\ufe0f',
  '\u{e0001}',
  '\u{e0041}',
  '\u{e0100}',
];
const blank = ['\u3164', '\uffa0', '\u2800', '\u00a0', '\u3000', '\u2028', '\u0085', '\t', '\r\n', ' '];
const halves = ['\ud800', '\udfff', '\ude00\ud83d'];
const bits = fc.oneof(
  fc.constantFrom(...unseen, ...blank, ...halves, '👩', '❤️', '🏽', '\u0301', 'می', 'न्', '狐', 'a', '1', '\u20e3'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const texts = fc.array(bits, { maxLength: 20 }).map((parts) => parts.join(''));
const codeOf = (schema: z.ZodType, value: unknown) => {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue && (issue.message.startsWith('code:') ? issue.message : issue.code);
};

describe('cleanText', () => {
  it('leaves nothing that is not seen, and changes nothing when done again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cleaned = cleanText(text);
        expect(cleanText(cleaned)).toBe(cleaned);
        expect(cleaned).not.toMatch(/\p{Cs}/u);
        expect(cleaned).not.toMatch(
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u3164\uffa0\u115f\u1160\u2800\ufeff\u2060]/,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(unseen)('takes %j out of a word', (sign) => expect(cleanText(`ab${sign}cd`)).toBe('abcd'));

  it.each([
    'é ệ ก็ क्षि',
    '👩‍👩‍👧 ❤️ ❤️‍🔥 🏳️‍🌈 🧑🏽‍🚀 👁️‍🗨️ 1️⃣ #️⃣',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'می‌خواهم',
    'ශ්‍රී',
    'র‍্যাব',
    'क्‍ष',
    '葛󠄀城 神︀',
    'ᠠ᠋',
    'ភាសា​ខ្មែរ',
    'א\u200f(1)',
    '☎︎',
    '°⠓⠊'.slice(1),
  ])('keeps %s as it is', (text) => expect(cleanText(text)).toBe(text));
});

describe('text of a form', () => {
  it.each([...unseen, ...blank, ...halves.slice(0, 2), '\u0301'])('is missing when it is only %j', (sign) => {
    for (const field of [oneLine(20), multiLine(20), nameLine(20), titleLine])
      expect(codeOf(field, sign.repeat(8))).toBe('too_small');
    for (const field of [maybeLine(20), maybeLines(20)]) expect(field.parse(sign.repeat(8))).toBe('');
  });

  it('is counted in characters as people see them, after cleaning', () => {
    expect(oneLine(3).parse(' 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧\u200b ')).toBe('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧');
    expect(codeOf(oneLine(3), 'éèàù')).toBe('too_big');
    expect(multiLine(5).parse('ab\r\ncd')).toBe('ab\ncd');
    expect(codeOf(multiLine(3, 3), 'a \u200b\u200b')).toBe('too_small');
    expect(oneLine(9).parse('ab \r\n cd')).toBe('ab cd');
  });

  it('is bounded in bytes too, and what is far too long is refused at once', () => {
    expect(codeOf(oneLine(10), `👩${'\u200d👩'.repeat(600)}`)).toBe('too_big');
    expect(codeOf(oneLine(10), '\u200b'.repeat(10_000_000))).toBe('too_big');
  });

  it('keeps the indentation of its first line', () =>
    expect(multiLine(99).parse('\r\n \n    code\n    more\n\n')).toBe('    code\n    more'));

  it('is cut between characters', () => {
    fc.assert(
      fc.property(texts, fc.nat(12), (text, most) => {
        const cut = firstOf(cleanText(text), most);
        expect(lengthOf(cut)).toBeLessThanOrEqual(most);
        expect(cut).not.toMatch(/\p{Cs}/u);
      }),
    );
    expect(firstOf(`${'a'.repeat(49)}🎧b`, 50)).toBe(`${'a'.repeat(49)}🎧`);
  });
});

describe('a title', () => {
  it.each([
    '求推荐一副',
    '耳机断连怎么办',
    '新固件很棒！',
    '求助：没声音',
    '如何重置配对？',
    '배터리 문제',
    'イヤホンが',
    'No sound',
    'Привет, мир',
  ])('may be %s', (title) => expect(titleLine.parse(title)).toBe(title));
  it.each([
    ['耳机坏', 'code:title-short'],
    ['Help me', 'code:title-short'],
    [`a${'\u200b'.repeat(7)}`, 'code:title-short'],
    ['!!!!!!!!!', 'code:bad-value'],
    ['狐'.repeat(141), 'too_big'],
  ])('may not be %j', (title, code) => expect(codeOf(titleLine, title)).toBe(code));
});

describe('a short code', () => {
  it('is read as it was meant', () => {
    expect(asTyped('\u202a１０５－００１１\u202c')).toBe('105-0011');
    for (const dash of '-‐‑‒–—―−ー－﹣ｰ') expect(asTyped(`100${dash}0001`)).toBe('100-0001');
    for (const space of ['  ', '\u00a0', '\u202f', '\u3000', '\t', '\r\n'])
      expect(asTyped(` SW1A${space}1AA\u200b `)).toBe('SW1A 1AA');
    expect(asCode('Ｆ－ＹＰＶＪ－Ｇ４８Ｚ')).toBe('FYPVJG48Z');
    expect(asCrockford('# oil-7 u')).toBe('0117U');
    expect(codeOf(typed(4, asCode), '12345')).toBe('too_big');
  });

  it('holds no sign that is not seen, whatever was typed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(asTyped(text)).not.toMatch(/[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]|[^\S ]/u);
        expect(asTyped(asTyped(text))).toBe(asTyped(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('secrets', () => {
  const inner = {
    postcode: z.string(),
    password: secret(z.string()),
    old: secret(z.string()).default(''),
    piped: secret(z.string()).transform(Number).pipe(z.number()),
  };
  it('are what a schema declares, however it is wrapped', () => {
    const named = ['old', 'password', 'piped'];
    for (const schema of [
      z.object(inner),
      z.object(inner).refine(() => true),
      z.object(inner).transform(String),
      z.preprocess((given) => given, z.object(inner)),
      z.object(inner).catchall(z.unknown()).optional(),
      z.union([z.object(inner), z.object({})]),
    ])
      expect([...secretsOf(schema)].sort()).toEqual(named);
  });
});

describe('the beginning of a text', () => {
  it('has no part of a character at its end', () => {
    expect(cutTo('abc', 2)).toBe('ab');
    expect(cutTo('ab', 2)).toBe('ab');
    expect(cutTo('a😀', 2)).toBe('a');
    expect(cutTo('ab👩‍🚀', 5)).toBe('ab');
    expect(cutTo('abe\u0301', 3)).toBe('ab');
    expect(cutTo('😀', 1)).toBe('');
    expect(cutTo('👩‍'.repeat(100), 200).length).toBeGreaterThan(130);
  });

  it('is as long as it may be, but for less than one character, and stays well-formed', () => {
    const unit = fc.constantFrom('a', '林', '😀', 'e\u0301', '👩‍🚀', ' ', '🇳🇱', '\u200D');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 400 }), fc.integer({ min: 0, max: 400 }), (text, most) => {
        const cut = cutTo(text, most);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(/\p{Cs}/u.test(cut)).toBe(false);
        if (text.length > most && !text.includes('\u200D')) expect(cut.length).toBeGreaterThan(most - 8);
      }),
    );
  });
});
