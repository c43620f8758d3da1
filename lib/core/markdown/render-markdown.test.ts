import { describe, expect, it } from 'vitest';
import { localizeMentions, renderMarkdown } from '.';

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

  it('lead to the profile in the language of the page', () => {
    const stored = html('@fan and `<a href="/u/fan" class="mention"` and [x](/u/fan)');
    expect(localizeMentions(stored, 'zh')).toBe(
      stored.replace('<a href="/u/fan" class="mention" data', '<a href="/zh/u/fan" class="mention" data'),
    );
    expect(localizeMentions(stored, 'zh').match(/\/zh\//g)).toHaveLength(1);
  });
});
