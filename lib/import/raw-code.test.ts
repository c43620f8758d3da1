import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { translateRaw } from './discourse-raw';
import { withoutCode } from './raw-code';

const hidden = (text: string) => withoutCode(text, (code) => `{${code}}`);

describe('code in the words of a post', () => {
  it.each([
    ['a `b` c ``d ` e`` f', 'a {`b`} c {``d ` e``} f'],
    ['a ` b', 'a ` b'],
    ['`` a ` b', '`` a ` b'],
    ['```js\na\n```\nb', '{```js\na\n```}\nb'],
    ['````\n```\n````\nb', '{````\n```\n````}\nb'],
    ['~~~\na ` b\n~~~ \nc `d`', '{~~~\na ` b\n~~~ }\nc {`d`}'],
    ['~~~\na\n```\nb', '~~~\na\n```\nb'],
    ['    a\nb\n\tc', '{    a}\nb\n{\tc}'],
    ['a `b\nc` d', 'a {`b\nc`} d'],
    ['```a``` b', '{```a```} b'],
    ['', ''],
  ])('of %j is found: %j', (text, found) => expect(hidden(text)).toBe(found));

  it('is the same that one expression finds, wherever each run of marks has its own length', () => {
    const whole = /^(`{3}|~{3})[^\n`~]*\n[\s\S]*?^\1[ \t]*$|^(?: {4}|\t).*$|(?<!`)(`{1,2})(?!`)[\s\S]*?[^`]\2(?!`)/gm;
    const pieces = fc.array(fc.constantFrom('a', ' ', '\n', '`', '\n```\n', '\n~~~\n', '\n    ', '\n\t', ' ``'));
    const isPlain = (text: string) => !/`{4}|~{4}|[^\n]```|```[^\n]|[^\n]~~~|~~~[^\n]/.test(text);
    fc.assert(
      fc.property(pieces.map((each) => each.join('')).filter(isPlain), (text) => {
        expect(hidden(text)).toBe(text.replace(whole, (code) => `{${code}}`));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a long post', () => {
  const long = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length));
  const words = { cooked: null, handleOf: () => null, quoted: () => null, tables: [] };

  it.each([
    ...['`', '` ``  ', '~~~\n', '~~~\n```\n', '```\n~', '    ', '~~~~~x\n'],
    ...['[', '![', '![|', '[|', '![](/', '![a](upload://', '[a|b](upload://', '[a|attachment', '[x](/'],
    ...['[quote=O', '[quote]', '[/quote]', '[poll]', '[poll', '[/poll]', '[spoiler]', '[details=', '[b '],
    ...['@', '@.', '@a-', ':', '<a', '<', '\uE000', '\n', ' '],
  ])(
    'of %j over and over is read once',
    (piece) => {
      translateRaw(long(piece), words);
      translateRaw(`${long(piece)} upload://`, { ...words, base: 'https://old.example' });
    },
    20_000,
  );

  it('of marks of every length is read once', () => {
    const marks = Array.from({ length: 600 }, (_, at) => '`'.repeat(600 - at)).join(' x ');
    expect(hidden(marks)).toBe(marks);
    const fences = Array.from({ length: 600 }, (_, at) => '~'.repeat(603 - at)).join('x\n');
    expect(hidden(`${fences}x`)).toBe(`${fences}x`);
  }, 20_000);
});
