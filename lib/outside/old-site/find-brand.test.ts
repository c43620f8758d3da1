import { afterEach, describe, expect, it, vi } from 'vitest';

import { colourIn, hexOf } from './colours';
import { findBrand } from './find-brand';

const address = 'https://www.kestrel-lamps.example/shop/';
const found = (head: string, body = '') =>
  findBrand(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, address)!;

describe('the name that a page gives its brand', () => {
  it.each([
    ['<meta property="og:site_name" content=" Kestrel  Lamps "><title>Home</title>', 'Kestrel Lamps'],
    ['<meta name="application-name" content="Kestrel"><title>Home</title>', 'Kestrel'],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["Organization"],"name":"Kestrel GmbH"}]}</script>',
      'Kestrel GmbH',
    ],
    ['<title>Lamps that fold | Kestrel Lamps</title>', 'Kestrel Lamps'],
    ['<title>Kestrel Lamps - lamps that fold</title>', 'Kestrel Lamps'],
    ['<title>Lamps that fold – Something Else</title>', 'Something Else'],
    ['<title>红隼灯具官网_首页</title>', '首页'],
    ['', ''],
    ['<script type="application/ld+json">{"@type":"Organization",</script>', ''],
    ['<script type="application/ld+json">null</script><script type="application/ld+json">[1,null]</script>', ''],
  ])('%s', (head, name) => {
    expect(found(head).name).toBe(name);
  });

  it('is cut where it is too long, and holds nothing that cannot be seen', () => {
    expect(found(`<title>${'Kestrel '.repeat(40)}</title>`).name.length).toBeLessThanOrEqual(40);
    expect(found('<meta property="og:site_name" content="Kes\u202Etrel\u0000">').name).toBe('Kestrel');
  });
});

it('finds pictures that may be the logo, the likeliest first, with their whole addresses', () => {
  const head =
    '<link rel="shortcut icon" href="/favicon.ico"><link rel="apple-touch-icon" sizes="180x180" href="//cdn.example/touch.png"><link rel="icon" href="mark.svg">';
  const body =
    '<img src="/hero.jpg"><a><img class="header__logo" src="/logo.svg?v=2"></a><img alt="Logo" src="javascript:alert(1)"><img alt="Our logo" src="data:image/png;base64,AA">';
  expect(found(head, body).logos).toEqual([
    'https://www.kestrel-lamps.example/logo.svg?v=2',
    'https://www.kestrel-lamps.example/shop/mark.svg',
    'https://cdn.example/touch.png',
  ]);
  expect(found('<base href="https://other.example/a/"><link rel="icon" href="i.png">').logos).toEqual([
    'https://other.example/a/i.png',
  ]);
  const json = '<script type="application/ld+json">{"@type":"Store","logo":{"url":"/l.png"}}</script>';
  expect(found(json, body).logos[0]).toBe('https://www.kestrel-lamps.example/l.png');
});

describe('the colour of a page', () => {
  it.each<[string[], string, string | null]>([
    [['#FFFFFF', '#0a7'], '', '#00aa77'],
    [['white', 'rgb(200, 30, 30)'], '', '#c81e1e'],
    [['#111'], ':root{--color-base:#222;--color-primary: 10, 90, 200;}', '#0a5ac8'],
    [[], ':root{--accent:rgba(180 20 20 / 50%)}', '#b41414'],
    [['#777777'], 'a{color:#f00}', null],
    [['url(x)', 'var(--x)'], '--brand:var(--y);', null],
  ])('of %j and %s is %s', (given, styles, colour) => {
    expect(colourIn(given, styles)).toBe(colour);
  });

  it('is none of what only looks like one', () => {
    for (const text of ['', '#12', '300,1,1', '#gggggg', 'rgb(1,2)', '1 2 3 4 5']) expect(hexOf(text)).toBeNull();
  });
});

it('reads what the page says, and nothing that a drawing in it says', () => {
  const drawing = '<svg><title>Menu</title><style>a{--brand:#c81e1e}</style></svg>';
  expect(found('', `${drawing}<title>Kestrel</title>`)).toMatchObject({ name: 'Kestrel', colour: null });
});

it('cuts no character in two', () => {
  const { name, tagline } = found(
    `<title>${'x'.repeat(39)}😀😀</title><meta name="description" content="${'林'.repeat(119)}👩‍🚀👩‍🚀">`,
  );
  expect([name, tagline]).toEqual([`${'x'.repeat(39)}😀`, `${'林'.repeat(119)}👩‍🚀`]);
});

describe('a long page', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** A page of 200,000 characters. */
  const long = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length));

  it('that nests or multiplies without end is not read', () => {
    expect(findBrand('<div>'.repeat(100_000), address)).toBeNull();
    const marks = Array.from({ length: 1_900 }, (_, at) => `<b a${at}>`).join('');
    expect(findBrand(`<p>${marks}</p>${'<p>x</p>'.repeat(100_000)}`, address)).toBeNull();
  });

  it.each(['-', '--', '--brand', '--brand-', '--brand ', '--brand:', '--a: ', '--brand\n\t', '-brand'])(
    'has its styles read once, of %j over and over',
    (piece) => expect(colourIn([], long(piece))).toBeNull(),
    20_000,
  );

  it('has the colours that it gives bounded, in number and length', () => {
    expect(colourIn([`rgb(${long(' ')}200, 30, 30)`], '')).toBeNull();
    expect(colourIn([...Array.from({ length: 20 }, () => 'white'), '#c81e1e'], '')).toBeNull();
  });

  it.each(['1', '1x', 'x1', ' '])(
    'has its sizes read once, of %j over and over',
    (piece) => {
      expect(found(`<link rel="icon" sizes="${long(piece)}" href="/a.png">`).logos).toHaveLength(1);
    },
    20_000,
  );

  it('has few of its addresses parsed, however many there are, and none that is longer than addresses are', () => {
    let parsed = 0;
    const Counted = class extends URL {
      constructor(...of: ConstructorParameters<typeof URL>) {
        super(...of);
        parsed += 1;
        for (const each of of) expect(String(each).length).toBeLessThanOrEqual(2_000);
      }
    };
    vi.stubGlobal('URL', Counted);
    const base = `<base href="https://other.example/${'b'.repeat(500)}/">`;
    const pictures = (src: (at: number) => string) =>
      Array.from({ length: 20_000 }, (_, at) => `<img class=logo src="${src(at)}">`).join('');
    expect(
      found(
        base,
        pictures((at) => `ftp://x/${at}`),
      ).logos,
    ).toEqual([]);
    expect(
      found(
        base,
        pictures((at) => `/${at}.png`),
      ).logos,
    ).toHaveLength(3);
    expect(
      found(
        `<base href="https://other.example/${long('b')}">`,
        pictures((at) => `${at}.png`),
      ).logos[0],
    ).toBe('https://www.kestrel-lamps.example/shop/0.png');
    expect(found('', `<img class=logo src="${long('/')}"><img class=logo src="/a.png">`).logos).toHaveLength(1);
    expect(parsed).toBeLessThan(60);
  });
});
