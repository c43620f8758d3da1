import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostile, inputOf, shown } from '@/tests/fixtures/hostile/corpus';
import { dangersIn } from '@/tests/fixtures/hostile/dangers';
import { safeLink } from '.';
import { MAX_HTML, sanitizeUserHtml } from './sanitize-user-html';

describe('the hostile corpus', () => {
  it('is large and even-handed', () => {
    const { length } = hostile;
    const html = hostile.filter(({ kind }) => kind === 'html').length;
    expect(length).toBeGreaterThanOrEqual(100);
    expect(Math.min(html, length - html)).toBeGreaterThanOrEqual(45);
    expect(new Set(hostile.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(length);
  });

  it.each(hostile.map((one) => [`${one.kind} ${one.id}`, one] as const))(
    '%s leaves nothing dangerous',
    (_name, one) => {
      const started = process.cpuUsage();
      const html = shown(one);
      expect(secondsSince(started)).toBeLessThan(4);
      expect(dangersIn(html)).toEqual([]);
      expect(sanitizeUserHtml(html)).toBe(html);
    },
  );

  it('does not search thousands of open elements for every end', () => {
    const started = process.cpuUsage();
    sanitizeUserHtml('<b>'.repeat(33_000) + '</x>'.repeat(25_000));
    expect(secondsSince(started)).toBeLessThan(1.5);
  });

  it('would be noticed: unsanitised, the HTML is dangerous', () => {
    const html = hostile.filter(({ kind, times }) => kind === 'html' && !times);
    const harmless = html.filter((one) => dangersIn(inputOf(one)).length === 0);
    // The first two need a whole document, the others a sanitiser that makes a mistake.
    expect(harmless.map(({ id }) => id)).toEqual(['body-onload', 'frameset', 'unclosed-tags', 'attribute-breakout']);
  });
});

describe('what stays', () => {
  it.each([
    ['prose', '<p>a <strong>b</strong> <em>c</em> <s>d</s> <kbd>e</kbd></p>'],
    ['lists', '<ul><li>a</li><li><ol start="3"><li>b</li></ol></li></ul>'],
    [
      'tables',
      '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td align="right">1</td></tr></tbody></table>',
    ],
    ['code', '<pre><code class="language-ts">let a = 1 &lt; 2\n</code></pre>'],
    ['own links', '<p><a href="/en/boards/%E5%B0%8F%E7%B1%B3" title="x">x</a></p>'],
    [
      'own pictures',
      `<p><img src="/files/${'a'.repeat(64)}.webp" alt="" width="10" height="20" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>`,
    ],
    ['disclosure and ruby', '<details><summary>a</summary><p><ruby>米<rt>mǐ</rt></ruby></p></details>'],
  ])('%s', (_name, html) => expect(sanitizeUserHtml(html)).toBe(html));

  it.each([
    ['h1 becomes h2', '<h1 id="a">x</h1>', '<h2>x</h2>'],
    [
      'headings below an h1 stay below it',
      '<H1>a</H1><h2 id=b>b</h2><h3>c</h3><h6>d</h6>',
      '<h2>a</h2><h3>b</h3><h4>c</h4><h6>d</h6>',
    ],
    ['headings without an h1 stay as they are', '<h2>b</h2><h3>c</h3>', '<h2>b</h2><h3>c</h3>'],
    [
      'outside links are marked',
      '<a href="https://x.example/a b" target=_blank>x</a>',
      '<a href="https://x.example/a%20b" rel="nofollow ugc noopener">x</a>',
    ],
    ['an unusable link keeps its words', '<a href="javascript:1">x</a>', 'x'],
    [
      'a link without a scheme gets https',
      '<a href="//x.example">x</a>',
      '<a href="https://x.example/" rel="nofollow ugc noopener">x</a>',
    ],
    [
      'a mention of Discourse',
      '<a class="mention" href="/users/Sam">@Sam</a>',
      '<a href="/u/sam" class="mention" data-mention="sam">@Sam</a>',
    ],
    [
      'a code block of Discourse',
      '<pre><code class="lang-ruby hljs">x</code></pre>',
      '<pre><code class="language-ruby">x</code></pre>',
    ],
    [
      'cell alignment',
      '<table><tr><td style="text-align:center">x</td></tr></table>',
      '<table><tbody><tr><td align="center">x</td></tr></tbody></table>',
    ],
    ['unknown tags keep their words', '<font color=red><blink>x</blink></font>', 'x'],
    ['scripts lose their words', 'a<script>b</script>c', 'ac'],
  ])('%s', (_name, given, expected) => expect(sanitizeUserHtml(given)).toBe(expected));

  it('resolves relative addresses against the place of origin', () => {
    const site = { base: 'https://forum.example/t/1', origin: 'https://fans.example' };
    expect(sanitizeUserHtml('<a href="/t/2">x</a> <a href="https://fans.example/en">y</a>', site)).toBe(
      '<a href="https://forum.example/t/2" rel="nofollow ugc noopener">x</a> <a href="https://fans.example/en">y</a>',
    );
    expect(sanitizeUserHtml('<img src="/up/a.png">', site)).toContain('src="https://forum.example/up/a.png"');
  });
});

describe('safeLink', () => {
  it.each([
    '/.//evil.example',
    '/a/..//evil.example',
    '/\\evil.example',
    '#main',
    'x/y',
    '?x',
    '',
    'https://',
    'tel:1',
  ])('refuses %j', (address) => {
    expect(safeLink(address)).toBeNull();
  });
  it.each([
    ['/en/boards?x=1#y', '/en/boards?x=1#y', false],
    ['/a/../b', '/b', false],
    ['https://fans.example/x', 'https://fans.example/x', false],
    ['HTTPS://小米.example/米', 'https://xn--yets76e.example/%E7%B1%B3', true],
    ['mailto:a@b.example', 'mailto:a@b.example', true],
  ])('spells %s', (address, href, outside) => {
    expect(safeLink(address, { origin: 'https://fans.example' })).toEqual({ href, outside });
  });
});

describe('sanitising twice', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<li>',
      '<ul>',
      '</ul>',
      '<table>',
      '<td>',
      '</table>',
      '<a href="/x">',
      '</a>',
    ),
    fc.constantFrom(
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<pre>\n\n',
      '</pre>',
      '<code>',
      '<h2>',
      '<h3>',
      '</h3>',
      '<dd>',
      '<dt>',
      '<ruby>',
      '<rt>',
    ),
    fc.constantFrom(
      '<svg>',
      '<math>',
      '<mtext>',
      '<style>',
      '</style>',
      '<template>',
      '<form>',
      '<select>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
    ),
    fc.constantFrom(
      '<img src="https://x.example/a.png">',
      '<a href="javascript:x">',
      '<p title="',
      '">',
      "'",
      '&lt;',
      '&#0;',
      '&nbsp',
      '\u0000',
      '\u202e',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('x', ' ', '\n', '<', '>', '/', '=', '"', '&'),
  );
  const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('changes nothing and finds nothing, whatever the soup', () => {
    const property = fc.property(soup, (source) => {
      const once = sanitizeUserHtml(source);
      expect(sanitizeUserHtml(once)).toBe(once);
      expect(dangersIn(once)).toEqual([]);
    });
    fc.assert(property, { numRuns: 1_500 });
  });

  it('changes nothing in what was cut short', () => {
    const once = sanitizeUserHtml('<p>é &amp; "x"</p>\u00a0'.repeat(40_000));
    expect(once.length).toBeLessThan(MAX_HTML + 100);
    expect(sanitizeUserHtml(once)).toBe(once);
  });
});

function secondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000_000;
}
