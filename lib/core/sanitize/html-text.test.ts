import { describe, expect, it } from 'vitest';
import { cleanText, excerpt, imagesOf, textOf } from '.';
import { sanitizeUserHtml } from './sanitize-user-html';

describe('textOf', () => {
  it('gives each block a line and decodes what was encoded', () => {
    const html = '<h2>A &amp; B</h2><ul><li>one</li><li>two<br>three</li></ul><p title="a>b">1 &lt; 2</p>';
    expect(textOf(html)).toBe('A & B\none\ntwo\nthree\n1 < 2');
  });

  it('keeps the cells of a row apart', () => {
    expect(textOf(sanitizeUserHtml('<table><tr><td>a</td><td>b</td></tr></table>'))).toBe('a b');
  });

  it('does not decode twice', () => expect(textOf('<p>&amp;lt;b&amp;gt;</p>')).toBe('&lt;b&gt;'));
});

describe('imagesOf', () => {
  it('lists each address once, as it is', () => {
    const html = sanitizeUserHtml(
      '<img src="https://x.example/a?b=1&c=2"><img src="https://x.example/a?b=1&amp;c=2"><img src=x>',
    );
    expect(imagesOf(html)).toEqual(['https://x.example/a?b=1&c=2']);
  });
});

describe('excerpt', () => {
  it('leaves a short text whole', () => expect(excerpt('<p>Short.</p><p>Two.</p>', 20)).toBe('Short. Two.'));
  it('cuts at a space', () => expect(excerpt('<p>alpha beta gamma delta</p>', 18)).toBe('alpha beta gamma…'));
  it('cuts Chinese anywhere', () => expect(excerpt('<p>小米社区的第一篇长文章</p>', 6)).toBe('小米社区的…'));
  it('never cuts through an emoji', () => expect(excerpt('<p>abc👩‍👩‍👧def</p>', 8)).toBe('abc…'));
  it('never exceeds its length', () => {
    for (let length = 1; length < 30; length++)
      expect(excerpt('<p>a 👨‍👩‍👧‍👦 b é 米 cc ddd 🇨🇳 eeee</p>', length).length).toBeLessThanOrEqual(length);
  });
});

describe('cleanText', () => {
  it('removes what deceives and keeps what languages need', () => {
    expect(cleanText('a\u0000b\u202ec\ufeff\r\nd')).toBe('abc\nd');
    expect(cleanText('e' + '\u0301'.repeat(50))).toBe('e' + '\u0301'.repeat(6));
    expect(cleanText('é ệ ก็ क्षि 👩‍👩‍👧 ❤️')).toBe('é ệ ก็ क्षि 👩‍👩‍👧 ❤️');
    expect(cleanText('x\ud800y')).toBe('x\ufffdy');
  });
});
