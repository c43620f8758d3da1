/** What reads texts of strangers takes time by their length, however they are made. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { specificationsOf } from '@/lib/catalog/specifications';
import { takesGzip } from '@/lib/server/page-key';

import { csvLine } from './csv';
import { loggedError } from './logged-error';
import { markdownFrom } from './markdown/from-html';
import { textOf } from './sanitize';
import { parseHtml } from './sanitize/html-tree';
import { sanitizeUserHtml } from './sanitize/sanitize-user-html';

const limit = 20_000;

/** So many characters of a piece over and over. */
const long = (piece: string, length = 200_000) => piece.repeat(Math.ceil(length / piece.length));
const marks = (count: number) => Array.from({ length: count }, (_, at) => `<code class="language-a${at}">`).join('');

describe('long HTML', () => {
  it(
    'of lists within lists is made into Markdown once, and not twice for each level',
    () => {
      const list = markdownFrom(`${'<ul><li>'.repeat(28)}deep${'</li></ul>'.repeat(28)}`);
      expect(list.trimStart()).toMatch(/^(?:- )+deep$/);
    },
    limit,
  );

  it.each([
    ['brackets', long('[')],
    ['words in brackets', long('a[b ')],
    ['blanks in code', `<code>${long(' ')}</code>`],
    ['tabs in code', `<code>${long('\t')}x</code>`],
    ['blanks in a cell', `<table><tr><td><code>${long(' ')}</code></td></tr></table>`],
    ['spaced emphasis', long('<b> </b>')],
  ])('of %s is made into Markdown', (_, html) => void markdownFrom(html), limit);

  it('still has what Markdown would read as a link escaped, however far its end is', () => {
    expect(markdownFrom('[a](b) [c] d')).toBe('\\[a](b) [c] d');
    const far = 'x'.repeat(2_000);
    expect(markdownFrom(`[${far}](b)`)).toBe(`\\[${far}](b)`);
  });

  it.each([['<a'], ['<a"'], ['<a "" '], ['</a x'], ['&'], [' \n']])(
    'of %j over and over has its words taken',
    (piece) => void textOf(long(piece)),
    limit,
  );

  it.each([
    ['an alignment', `<table><tr><td style="left${long(' ')}left">x</td></tr></table>`],
    [
      'an alignment by its name',
      `<table><tr><td style="${long(' ')}text-align${long(' ', 90_000)}">x</td></tr></table>`,
    ],
  ])('with %s that has no end is sanitised', (_, html) => void sanitizeUserHtml(html), limit);

  it('never becomes many times as long, of marks that nobody closed', () => {
    const html = `<p>${marks(50)}${'<div>x</div>'.repeat(2_000)}`;
    expect(sanitizeUserHtml(html).length).toBeLessThan(5 * html.length);
    const distinct = Array.from({ length: 1_900 }, (_, at) => `<b a${at}>`).join('');
    expect(parseHtml(`<p>${distinct}</p>${'<p>x</p>'.repeat(2_000)}`)).toBeNull();
  });

  it('keeps emphasis that somebody forgot to close, over many paragraphs', () => {
    const html = `<p><b><i>${Array.from({ length: 500 }, (_, at) => `<p>${at}</p>`).join('')}`;
    expect(sanitizeUserHtml(html)).toContain('<p><b><i>499</i></b></p>');
    expect(parseHtml(html)).not.toBeNull();
  });
});

describe('long texts', () => {
  it.each([['\t'], ['\n"'], [';'], ['; ']])(
    'of %j over and over are cells of a file',
    (piece) => {
      expect(csvLine([long(piece)]).length).toBeGreaterThan(200_000);
    },
    limit,
  );

  it('have apostrophes where they had them before', () => {
    const before = /([;；\t\r\n]["\s]*?)(?=[=+\-@＝＋－＠])/g;
    const signs = fc.string({ unit: fc.constantFrom('=', '+', ';', '\t', '\n', '"', ' ', 'a', '；', '＠') });
    fc.assert(
      fc.property(signs, (text) => {
        const cell = `x${text}`;
        expect(parse(csvLine([cell]), { record_delimiter: '\r\n' })).toEqual([[cell.replace(before, "$1'")]]);
      }),
    );
  });

  it(
    'are no headers that hold up a server',
    () => {
      expect(takesGzip(`gzip${long(' ', 60_000)}x`)).toBe(false);
      expect(takesGzip(`br , gzip ; q=0.5 ;x`)).toBe(true);
      expect(takesGzip(`gzip ; q=0`)).toBe(false);
    },
    limit,
  );

  it(
    'are masked in the log, or left out',
    () => {
      const error = (message: string) => Object.assign(new SyntaxError(message));
      const logged = (message: string) => (loggedError(error(message)) as { message: string }).message;
      expect(logged(`value "secret ${long("'\\")}`)).not.toContain('secret');
      expect(logged(`value "secret" is none`)).toBe('value "…" is none');
      expect(logged(long("'\\", 5_000)).length).toBeLessThanOrEqual(1_000);
    },
    limit,
  );

  it(
    'are what a shop wrote of its products',
    () => {
      const values = Array.from({ length: 200 }, (_, at) => [`custom.a${at}`, long('<style>', 9_900)] as const);
      expect(specificationsOf(Object.fromEntries(values))).toEqual([]);
      expect(specificationsOf({ 'custom.a': '<p>one</p><style>p{}</style><script>x()</script>' })).toMatchObject([
        { values: [{ text: 'one' }] },
      ]);
    },
    limit,
  );
});
