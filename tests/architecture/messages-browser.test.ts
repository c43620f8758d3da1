/** What the browser is told of the sentences: those that its components say, of the domains of the page. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { uiMessages, type UiDomain } from '@/messages';

import { browserFiles, readGraph, reachedFrom } from './import-graph';
import { loadedBy, withLayouts } from './page-words';

const graph = readGraph();
const chainOf = (page: string) => withLayouts(graph, page);
const pages = [...graph.text.keys()].filter((file) => /^app\/\[locale\]\/.*page\.tsx$/.test(file));
const staffPage = (file: string) => file.startsWith('app/[locale]/staff/');
const inBrowser = browserFiles(graph, pages.flatMap(chainOf));
const onReadersPages = browserFiles(graph, pages.filter((page) => !staffPage(page)).flatMap(chainOf));

const fileOf = new Map(
  readdirSync('messages/en').flatMap((file) =>
    keysOf(JSON.parse(readFileSync(path.join('messages/en', file), 'utf8'))).map(
      (key) => [key, file.replace('.json', '')] as const,
    ),
  ),
);

/** Components that belong to no domain: what they say is in the files of all. */
const shared = new Set(['ui', 'shell', 'viewer', 'forms', 'i18n', 'home', 'seo']);
const domainOf = (file: string) => /^components\/([a-z-]+)\//.exec(file)?.[1] ?? 'ui';

describe('sentences in the browser', () => {
  it('are found', () => {
    expect(spokenIn('components/feedback/idea-vote.tsx')).toContain('feedback.vote.give');
    expect([...inBrowser].flatMap(spokenIn).length).toBeGreaterThan(300);
  });

  it('come from the server in one language, never as a module with all of them', () => {
    const loading = [...inBrowser].filter((file) =>
      /from '@\/messages(?!\/merge)|core\/i18n'/.test(graph.text.get(file)!),
    );
    expect(loading.filter((file) => !/^import type/m.test(graph.text.get(file)!))).toEqual([]);
  });

  it.each([...inBrowser].filter((file) => spokenIn(file).length > 0))(
    '%s says only what is its own, or of all',
    (file) => {
      const foreign = spokenIn(file).filter((key) => !mayUse(file, fileOf.get(key)!));
      expect(foreign.map((key) => `${key} of ${fileOf.get(key)}`)).toEqual([]);
    },
  );

  it.each(pages.filter((page) => !staffPage(page)))('%s loads what its components say, and nothing else', (page) => {
    const chain = chainOf(page);
    expect([...loadedBy(graph, chain)].toSorted()).toEqual([...domainsNeeded(chain)].toSorted());
  });

  it('weigh at most 20 kB compressed on every page for readers', () => {
    const weights = pages
      .filter((page) => !staffPage(page))
      .map((page) => {
        const words = uiMessages('en', ['core', ...loadedBy(graph, chainOf(page))] as UiDomain[]);
        return { page, bytes: gzipSync(JSON.stringify(words)).length };
      });
    expect(weights.find(({ page }) => page.endsWith('(community)/page.tsx'))!.bytes).toBeGreaterThan(1_000);
    expect(weights.filter(({ bytes }) => bytes > 20_000)).toEqual([]);
  });

  it('of staff are loaded by staff pages alone', () => {
    const loading = [...graph.text].filter(([, text]) => /<StaffWords/.test(text)).map(([file]) => file);
    expect(loading).toEqual(['app/[locale]/staff/layout.tsx']);
  });
});

/** A page of staff may say what is for staff, of whichever domain; everything else says what is its own. */
function mayUse(file: string, named: string): boolean {
  const [domain, audience] = named.split('.');
  if (!onReadersPages.has(file)) return audience === 'staff' || audience === 'ui';
  if (audience === 'menu') return shared.has(domainOf(file));
  return audience === 'ui' && (domain === 'core' || (domain === domainOf(file) && !shared.has(domain)));
}

/** The domains whose `ui` a page needs: those that its components speak of, and those whose actions answer its forms. */
function domainsNeeded(chain: string[]): Set<string> {
  const said = [...browserFiles(graph, chain)].flatMap(spokenIn).map((key) => fileOf.get(key)!);
  // Those of the menus come with every page.
  const own = said.flatMap((file) => (file.endsWith('.menu') ? [] : [file.split('.')[0]!]));
  const asking = [...reachedFrom(graph, chain)].filter((file) => !file.startsWith('components/viewer/'));
  const asked = asking.flatMap((file) => graph.imports.get(file) ?? []).flatMap((file) => action.exec(file)?.[1] ?? []);
  return new Set([...own, ...asked.filter(answers)].filter((domain) => domain !== 'core'));
}

const action = /^app\/actions\/([\w-]+)\.ts$/;
const answers = (domain: string) =>
  [...fileOf].some(([key, file]) => key.startsWith('errors.') && file === `${domain}.ui`);

/** The keys that a file says; of a key that is made up at run time, all that it may be. */
function spokenIn(file: string): string[] {
  const text = graph.text.get(file)!;
  const found = new Set<string>();
  for (const [, name, namespace] of text.matchAll(/(\w+) = useTranslations\('([\w.]+)'\)/g)) {
    const call = new RegExp(`\\b${name}(?:\\.(?:rich|has|raw))?\\(([^;]{0,160})`, 'g');
    for (const [, words] of text.matchAll(call))
      for (const [, key] of words!.matchAll(/['\x60]([\w.-]*[\w.$-](?:\{[^}]*\})?[\w.-]*)/g))
        for (const each of meant(`${namespace}.${key}`)) found.add(each);
  }
  return [...found];
}

function meant(key: string): string[] {
  if (!key.includes('$')) return fileOf.has(key) ? [key] : [];
  const start = key.slice(0, key.indexOf('$'));
  // A key that is made up wholly says nothing of where it is.
  return /^\w+\.$/.test(start) ? [] : [...fileOf.keys()].filter((each) => each.startsWith(start));
}

function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [prefix];
  return Object.entries(value as object).flatMap(([key, inner]) => keysOf(inner, prefix ? `${prefix}.${key}` : key));
}
