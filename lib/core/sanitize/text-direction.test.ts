import { describe, expect, it } from 'vitest';

import { renderMarkdown } from '@/lib/core/markdown/render-markdown';

import { sanitizeUserHtml } from './sanitize-user-html';
import { isolated } from './text-direction';

describe('what has a side of its own', () => {
  it.each([
    ['a list', '<ul><li>שלום</li></ul>', '<ul dir="rtl"><li>שלום</li></ul>'],
    ['a numbered list', '<ol start="3"><li>مرحبا</li></ol>', '<ol start="3" dir="rtl"><li>مرحبا</li></ol>'],
    ['a quote', '<blockquote><p>“שלום”</p></blockquote>', '<blockquote dir="rtl"><p>“שלום”</p></blockquote>'],
    [
      'a quote that holds nothing but a list',
      '<blockquote><ul><li>שלום</li></ul></blockquote>',
      '<blockquote dir="rtl"><ul dir="rtl"><li>שלום</li></ul></blockquote>',
    ],
    [
      'an English list in a Hebrew text',
      '<p>שלום</p><ul><li>Hi</li></ul>',
      '<p>שלום</p><ul dir="ltr"><li>Hi</li></ul>',
    ],
    [
      'a fold',
      '<details><summary>سر</summary><p>x</p></details>',
      '<details dir="rtl"><summary>سر</summary><p>x</p></details>',
    ],
    [
      'a list that begins with code',
      '<ul><li><code>npm</code> שלום</li></ul>',
      '<ul dir="rtl"><li><code>npm</code> שלום</li></ul>',
    ],
    [
      'letters written as entities',
      '<ul><li>&#1513;&#1500;&#1493;&#1501;</li></ul>',
      '<ul dir="rtl"><li>שלום</li></ul>',
    ],
    ['a text from the left alone', '<ul dir="rtl"><li>Hi</li></ul>', '<ul><li>Hi</li></ul>'],
    ['digits alone', '<p>שלום</p><ul><li>1</li></ul>', '<p>שלום</p><ul><li>1</li></ul>'],
  ])('%s', (_name, given, expected) => {
    expect(sanitizeUserHtml(given)).toBe(expected);
    expect(sanitizeUserHtml(expected)).toBe(expected);
  });

  it('is directed in what members write', () => {
    expect(renderMarkdown('> שלום\n\n- أهلا').html).toBe(
      '<blockquote dir="rtl">\n<p>שלום</p>\n</blockquote>\n<ul dir="rtl">\n<li>أهلا</li>\n</ul>\n',
    );
  });
});

it('isolates only what is written from the right', () => {
  expect([isolated('Kit'), isolated(''), isolated('小米'), isolated('נועה')]).toEqual([
    'Kit',
    '',
    '小米',
    '\u2068נועה\u2069',
  ]);
});
