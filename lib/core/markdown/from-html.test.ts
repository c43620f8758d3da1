import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hostile, shown } from '@/tests/fixtures/hostile/corpus';
import { dangersIn } from '@/tests/fixtures/hostile/dangers';
import { processorTime } from '@/tests/support/processor-time';

import { excerpt, imagesOf, textOf } from '../sanitize';
import { sanitizeUserHtml } from '../sanitize/sanitize-user-html';
import { markdownFrom } from './from-html';
import { renderMarkdown } from './render-markdown';

const origin = 'https://fans.example';
const again = (html: string) => renderMarkdown(markdownFrom(html), { origin }).html;
const clean = (html: string) => sanitizeUserHtml(html, { origin });
const words = (html: string) => textOf(html).replace(/\s+/g, ' ');
const links = (html: string) => [...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href);

describe('Markdown made from HTML renders to the same HTML', () => {
  it.each([
    '<p>one <strong>two</strong> <em>three</em> <s>four</s> <code>fi`ve</code></p>',
    '<p>a <a href="https://x.example/a_(b)?c=1&amp;d=2" title="say &quot;x&quot;" rel="nofollow ugc noopener">link with <strong>bold</strong> [1]</a>.</p>',
    '<p><img src="https://x.example/a.png" alt="an [odd] one" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>',
    '<p><a href="/u/fan" class="mention" data-mention="fan">@fan</a> says hi</p>',
    '<h2>Head</h2>\n<p>line one<br>\nline two</p>\n<hr>',
    '<blockquote>\n<p>quoted</p>\n<blockquote>\n<p>deeper</p>\n</blockquote>\n</blockquote>',
    '<ul>\n<li>one\n<ul>\n<li>inner</li>\n<li>other</li>\n</ul>\n</li>\n<li>two</li>\n</ul>',
    '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>',
    '<ul>\n<li>\n<p>loose</p>\n<pre><code class="language-ts">let a = `1`;\n\nlet b;\n</code></pre>\n</li>\n<li>\n<p>two</p>\n</li>\n</ul>',
    '<pre><code>```\nfence\n</code></pre>',
    '<table>\n<thead>\n<tr>\n<th>a | b</th>\n<th align="right">n</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><em>x</em></td>\n<td align="right">1</td>\n</tr>\n</tbody>\n</table>',
    '<details><summary>More of it</summary><p>hidden</p>\n<ul>\n<li>a</li>\n</ul>\n</details>',
    '<div class="spoiler" tabindex="0"><p>the end</p>\n</div>',
    '<p>the <span class="spoiler" tabindex="0">butler <strong>did</strong> it</span>!</p>',
    '<p>1. not a list</p>\n<p># not a head<br>\n- nor this<br>\n&gt; nor that</p>\n<p>*stars* _lines_ snake_case `ticks` &lt;b&gt; &amp;amp; [x](y) @nobody ~~no~~</p>',
    '<p>[x] done and [ ] open</p>',
  ])('%s', (html) => {
    const kept = clean(html);
    expect(again(kept).replace(/>\n+</g, '><').trim()).toBe(kept.replace(/>\n+</g, '><').trim());
  });

  it('keeps two lists, and emphasis that Markdown cannot mark loses its form only', () => {
    expect(again('<ul><li>a</li></ul><ul><li>b</li></ul>').match(/<ul>/g)).toHaveLength(2);
    expect(words(again('<p>中文<strong>（粗体）</strong>文字 a<em>b</em>c</p>'))).toBe('中文（粗体）文字 abc');
  });

  it('keeps words, links and pictures of the hostile corpus and makes nothing dangerous of it', () => {
    for (const one of hostile.filter(({ kind, times }) => kind === 'html' && !times)) {
      const html = shown(one);
      const made = again(html);
      expect(dangersIn(made)).toEqual([]);
      expect(imagesOf(made)).toEqual(imagesOf(html));
    }
  });

  it('says no other words than the HTML did, whatever they are', () => {
    const property = fc.property(
      fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), { maxLength: 4 }),
      (lines) => {
        const html = clean(
          `<p>${lines.map((line) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;')).join('</p><p>')}</p>`,
        );
        expect(words(again(html))).toBe(words(html));
      },
    );
    fc.assert(property, { numRuns: 1_000, seed: 14 });
  });

  it('keeps words and links of nested forms', () => {
    const leaf = fc.constantFrom(
      'word',
      '<a href="https://x.example/">link</a>',
      '<code>c</code>',
      '<br>',
      '<img src="https://x.example/i.png" alt="i">',
      'two words ',
    );
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(
            fc.constantFrom('p', 'ul', 'li', 'blockquote', 'strong', 'em', 'div', 'h3', 'span class="spoiler"'),
            fc.array(tie('node'), { maxLength: 3 }),
          )
          .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0]}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (parts) => {
        const html = clean(parts.join(''));
        const made = again(html);
        expect(links(made)).toEqual(links(html));
        expect(imagesOf(made)).toEqual(imagesOf(html));
        expect(words(made).replace(/\s/g, '')).toBe(words(html).replace(/\s/g, ''));
      }),
      { numRuns: 300, seed: 14 },
    );
  });
});

describe('spoilers', () => {
  it('are covered where only the first words are shown', () => {
    expect(
      excerpt(
        clean(
          '<p>The <span class="spoiler">butler <span>himself</span></span> did it</p><div class="spoiler"><div>x</div></div>end',
        ),
        100,
      ),
    ).toBe('The … did it … end');
    expect(excerpt(clean('<p>a</p><div class="spoiler">b'), 100)).toBe('a …');
  });

  it('that are not closed are plain words, and cost no time', async () => {
    expect(renderMarkdown('[spoiler]a').html).toBe('<p>[spoiler]a</p>\n');
    expect(renderMarkdown('[spoiler]\n\na\n\n[details="x"]').text).toBe('[spoiler]\na\n[details="x"]');
    const long = () =>
      ['[spoiler]'.repeat(2_200), '[details=x]\n'.repeat(1_600)].forEach((text) => renderMarkdown(text));
    expect(await processorTime(long)).toBeLessThan(3_000);
  });
});
