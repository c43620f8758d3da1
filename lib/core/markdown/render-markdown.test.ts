import { describe, expect, it } from 'vitest';
import { processorTime } from '@/tests/support/processor-time';
import { localizeMentions, withoutStrangers } from '.';
import { MAX_LINKS, readMarkdown, renderMarkdown } from './render-markdown';

const html = (source: string) => renderMarkdown(source, { origin: 'https://fans.example' }).html;
const mentions = (source: string) => renderMarkdown(source).mentions;

describe('renderMarkdown', () => {
  it('renders tables, strikethrough, line breaks and code with its language', () => {
    expect(html('|a|\n|-:|\n|b|')).toContain('<td align="right">b</td>');
    expect(html('~~x~~\ny')).toBe('<p><s>x</s><br>\ny</p>\n');
    expect(html('```ts\na < b\n```')).toBe('<pre><code class="language-ts">a &lt; b\n</code></pre>\n');
  });

  it('links full addresses, not file names', () => {
    expect(html('https://x.example/a and notes.md')).toBe(
      '<p><a href="https://x.example/a" rel="nofollow ugc noopener">https://x.example/a</a> and notes.md</p>\n',
    );
  });

  it('does not mark links to ourselves', () => {
    expect(html('[x](https://fans.example/en) [y](/en/boards)')).not.toContain('rel=');
  });

  it('shows HTML as text', () => expect(html('<b>x</b>')).toBe('<p>&lt;b&gt;x&lt;/b&gt;</p>\n'));

  it('gives the words and the pictures', () => {
    const { text, images } = renderMarkdown(
      '# Hi\n\n**bold** & `code` ![a](https://x.example/1.png) ![b](data:image/png;base64,x)',
    );
    expect(text).toBe('Hi\nbold & code');
    expect(images).toEqual(['https://x.example/1.png']);
  });
});

describe('emphasis beside Chinese, Japanese and Korean letters', () => {
  const line = (source: string) => html(source).replace(/^<p>|<\/p>\n$/g, '');

  it.each([
    ['**中文。**后', '<strong>中文。</strong>后'],
    ['**测试。**后', '<strong>测试。</strong>后'],
    ['前文**（测试）**后文', '前文<strong>（测试）</strong>后文'],
    ['**“真”**她', '<strong>“真”</strong>她'],
    ['**注意：**正文', '<strong>注意：</strong>正文'],
    ['含**「重点」**内容', '含<strong>「重点」</strong>内容'],
    ['*强调。*后', '<em>强调。</em>后'],
    ['前*（强调）*后', '前<em>（强调）</em>后'],
    ['***重点！***后', '<em><strong>重点！</strong></em>后'],
    ['前***（重点）***后', '前<em><strong>（重点）</strong></em>后'],
    ['~~删除（旧）。~~新', '<s>删除（旧）。</s>新'],
    ['前~~（旧）~~后', '前<s>（旧）</s>后'],
    ['**日本語（括弧）。**この', '<strong>日本語（括弧）。</strong>この'],
    ['**한국어(괄호)**는', '<strong>한국어(괄호)</strong>는'],
    ['**99%**的', '<strong>99%</strong>的'],
    ['**hello!**你好', '<strong>hello!</strong>你好'],
    ['**v1.2.**之后', '<strong>v1.2.</strong>之后'],
    ['前**`code`**后', '前<strong><code>code</code></strong>后'],
    ['前文**测试**后文', '前文<strong>测试</strong>后文'],
    ['**价格：$199**起', '<strong>价格：$199</strong>起'],
  ])('%s', (source, expected) => expect(line(source)).toBe(expected));

  it.each([
    ['前_强调。_后', '前_强调。_后'],
    ['snake_case_中文', 'snake_case_中文'],
    ['`**中文。**后`', '<code>**中文。**后</code>'],
    ['\\*\\*中文。\\*\\*后', '**中文。**后'],
    ['** 中文 **后', '** 中文 **后'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a**(b)**c', 'a**(b)**c'],
    ['**a.**b', '**a.**b'],
  ])('%s stays as CommonMark has it', (source, expected) => expect(line(source)).toBe(expected));
});

describe('headings', () => {
  it('never make an h1 and keep their differences', () => {
    expect(html('# a\n## b\n### c')).toBe('<h2>a</h2>\n<h3>b</h3>\n<h4>c</h4>\n');
    expect(html('## b\n### c')).toBe('<h2>b</h2>\n<h3>c</h3>\n');
  });
});

describe('what a text costs', () => {
  const fill = (piece: string) => piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
  const wide = `|${'a|'.repeat(80)}\n|${'-|'.repeat(80)}\n`;

  it.each([
    ['@ab '],
    ['a@b.co '],
    ['a**b '],
    ['**a** '],
    ['![](//b)'],
    ['[a](/b)'],
    ['https://a.b '],
    ['- a\n'],
    ['# a\n'],
    ['&amp;'],
    ['`a` '],
    ['a\n\n'],
    ['中@ab，'],
    ['*。中'],
    ['[a]: /b\n'],
    ['> '],
    ['|a|b|\n|-|-|\n'],
    ['a wide table', wide + '|\n'.repeat(9_000)],
  ])('is bounded for 20,000 characters of %j', async (name, piece = name) => {
    expect(await processorTime(() => renderMarkdown(fill(piece)))).toBeLessThan(1_000);
  });

  it('has a bound: beyond it the words are kept, the formatting is not', () => {
    const many = readMarkdown('![](//b)'.repeat(MAX_LINKS) + '\n\n**the end**');
    expect(many.fits).toBe(true);
    expect(many.render().html).toContain('<strong>the end</strong>');
    const more = readMarkdown('![](//b)'.repeat(2_200) + '\n\n**the end**');
    expect(more.fits).toBe(false);
    expect(more.render().html).toContain('<p>**the end**</p>');
    expect(readMarkdown('- a\n'.repeat(900)).fits).toBe(true);
    expect(readMarkdown('- a\n'.repeat(3_000)).fits).toBe(false);
    expect(readMarkdown('|a|b|c|d|\n|-|-|-|-|\n' + '|1|2|3|4|\n'.repeat(400)).fits).toBe(true);
    expect(readMarkdown('@ab '.repeat(600))).toMatchObject({ fits: false, handles: [] });
  });
});

describe('mentions', () => {
  it.each([
    ['hello @fan!', ['fan']],
    ['@fan', ['fan']],
    ['谢谢@fan，还有@owner_2的回复', ['fan', 'owner_2']],
    ['(@a-b) **@cd** ~~@ef~~ "@gh".', ['a-b', 'cd', 'ef', 'gh']],
    ['@Fan and @fan', ['fan']],
    ['> - @fan\n\n| @owner |\n|--|\n| @mod |', ['fan', 'owner', 'mod']],
    ['@x is too short and @' + 'y'.repeat(31) + ' too long', []],
    ['`@fan` and\n\n```\n@fan\n```\n\n    @fan', []],
    ['fan@demo.millet x.y@fan.example @fan@social.example @fan.example @types/node', []],
    ['[@fan](https://x.example) https://x.example/@fan', []],
    ['\\@fan', []],
    ['@fan. Next', ['fan']],
    ['@米粉', []],
  ])('%s', (source, expected) => expect(mentions(source)).toEqual(expected));

  it('links only members when told who they are', () => {
    const rendered = renderMarkdown('@fan @nobody', { isMember: (handle) => handle === 'fan' });
    expect(rendered.mentions).toEqual(['fan']);
    expect(rendered.html).toBe('<p><a href="/u/fan" class="mention" data-mention="fan">@fan</a> @nobody</p>\n');
  });

  it('of strangers become text afterwards, as if they had been known before', () => {
    const source =
      '@fan **@nobody**, @nobody\n\n| @x1 | `@nobody` |\n|-|-|\n| [@nobody](https://x.example) | @nobody&amp;@fan |';
    const isMember = (handle: string) => handle === 'fan';
    expect(withoutStrangers(renderMarkdown(source).html, isMember)).toBe(renderMarkdown(source, { isMember }).html);
  });

  it('lead to the profile in the language of the page', () => {
    const stored = html('@fan and `<a href="/u/fan" class="mention"` and [x](/u/fan)');
    expect(localizeMentions(stored, 'zh')).toBe(
      stored.replace('<a href="/u/fan" class="mention" data', '<a href="/zh/u/fan" class="mention" data'),
    );
    expect(localizeMentions(stored, 'zh').match(/\/zh\//g)).toHaveLength(1);
  });
});
