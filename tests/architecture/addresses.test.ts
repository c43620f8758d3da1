/** Addresses are written by `lib/core/paths` and read by `lib/web/params` and `lib/core/address`: nobody else encodes or decodes. */
import { describe, expect, it } from 'vitest';

import { program, sources, type Source } from './sources';

const writers = new Set(['lib/core/address.ts', 'lib/core/paths.ts']);
const coders: Record<string, string> = {
  'lib/import/imported-html.ts': 'addresses of another forum, by its rules',
  'lib/redirects/old-path.ts': 'addresses of an old site, by its rules',
  'lib/outside/sms/aliyun-signature.ts': 'the query of a signed call, by the rules of its signature',
  'lib/server/build-files.ts': 'names of built files, in each way that a request may write them',
};

const found = (list: Source[], pattern: RegExp) =>
  list.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
const others = program().filter(({ file }) => !writers.has(file));
const code = others.map(({ file, text }) => ({ file, text: text.replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '') }));

describe('parts of addresses', () => {
  it('are encoded and decoded in one place', () => {
    const strays = found(others, /\b(en|de)codeURI(Component)?\b/).filter((file) => !coders[file]);
    expect(strays).toEqual([]);
  });

  it('are never put into a path by hand', () => {
    const byHand =
      /[`'"]\/(api|boards|t|u|ideas|roadmap|releases|products|drops|checkout|orders|owned|inner|mailbox|staff|new|en|zh)\/\$\{/;
    const queryByHand = /(here|home|room|back|paths\.\w+\([^`]*?\)\)?)\}\?\w+=\$\{/;
    expect([...found(code, byHand), ...found(code, queryByHand), ...found(code, /paths\.\w+\([^`)]*\)\}\//)]).toEqual(
      [],
    );
  });

  it('reach pages and handlers through the reader: encoded for pages, decoded for heads and handlers', () => {
    const dynamic = sources('app').filter(
      ({ file }) =>
        /\[(?!locale\])[^/]+\]\/(.+\/)?(page|route)\.tsx?$/.test(file) && !/\[(\.\.\.(rest|nextauth))\]/.test(file),
    );
    expect(dynamic.length).toBeGreaterThan(25);
    const raw = found(dynamic, /await (props\.)?params\b|\bawait params\)/);
    const wrong = dynamic.filter(({ file, text }) => {
      const handler = /route\.tsx?$/.test(file);
      const head = /(?:function generateMetadata|const generateMetadata)[\s\S]*?\n\}/.exec(text)?.[0] ?? '';
      const page = handler ? '' : text.replace(head, '');
      return (
        /pageParams\(/.test(handler ? text : head) ||
        /[^t] \(?\(?await decodedParams\(|load\(await decodedParams/.test(page) ||
        (!handler && !/pageParams\(/.test(page)) ||
        (handler && !/decodedParams\(/.test(text))
      );
    });
    expect({ raw, wrong: wrong.map(({ file }) => file) }).toEqual({ raw: [], wrong: [] });
  });

  it('begin with a language that was read, on every page: what is none is a missing page', () => {
    const pages = sources('app').filter(({ file }) => /^app\/\[locale\]\/.*page\.tsx$/.test(file));
    expect(pages.length).toBeGreaterThan(40);
    const unread = pages
      .filter(({ text }) => !/\b(localeOf|pageParams|pageOrMissing)\(/.test(text))
      .map(({ file }) => file);
    expect(unread.filter((file) => !file.endsWith('[...rest]/page.tsx'))).toEqual([]);
  });

  it('queries reach pages through the reader too', () => {
    expect(found(sources('app'), /await searchParams\b/)).toEqual([]);
  });
});
