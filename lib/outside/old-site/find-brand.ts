import { cleanLine, cutTo, firstOf } from '@/lib/core/fields';
import { cleanText } from '@/lib/core/sanitize';
import { attributeOf, elementsIn, isOfHtml, parseHtml, wordsIn, type HtmlElement } from '@/lib/core/sanitize/html-tree';

import { colourIn } from './colours';

/** What a brand's page says of it: texts as they may be saved, addresses of pictures that may be its logo, best first, and a colour `#rrggbb`. */
export type FoundBrand = { name: string; tagline: string; logos: string[]; colour: string | null };

/** So many characters of a page are read: whole themes stand before its first picture. */
const longest = 1_000_000;

const most = { name: 40, tagline: 120, logos: 3 };

// A page may hold more of everything than is read of it.
const read = { title: 500, icons: 50, images: 20, styles: 200_000, address: 2_000, tries: 40 };

/** Reads what the page of an address says of its brand; null for HTML that is too deep to be read. */
export function findBrand(html: string, address: string): FoundBrand | null {
  const root = parseHtml(html, longest);
  if (!root) return null;
  const page = readPage(elementsIn(root));
  return {
    name: nameOf(page, address),
    tagline: short(page.meta['og:description'] ?? page.meta.description ?? '', most.tagline),
    logos: addressesOf(logosOf(page), absolute(page.base, address) ?? address),
    colour: colourIn(page.colours, page.styles),
  };
}

type Page = {
  base: string;
  title: string;
  meta: Record<string, string>;
  icons: { href: string; size: number }[];
  images: string[];
  organisation: { name?: string; logo?: string };
  colours: string[];
  styles: string;
};

const coloured = ['theme-color', 'msapplication-tilecolor'];

function readPage(elements: HtmlElement[]): Page {
  const page: Page = {
    base: '',
    title: '',
    meta: {},
    icons: [],
    images: [],
    organisation: {},
    colours: [],
    styles: '',
  };
  // What a drawing within the page calls its title or its style says nothing of the page.
  for (const element of elements.filter(isOfHtml)) {
    const of = (name: string) => attributeOf(element, name);
    switch (element.tagName) {
      case 'base':
        page.base ||= of('href');
        break;
      case 'title':
        page.title ||= cutTo(wordsIn(element), read.title).trim();
        break;
      case 'meta': {
        const name = (of('property') || of('name')).toLowerCase();
        if (coloured.includes(name)) page.colours.push(of('content'));
        else if (name && !(name in page.meta)) page.meta[name] = of('content');
        break;
      }
      case 'link':
        if (of('rel').toLowerCase() === 'mask-icon') page.colours.push(of('color'));
        else if (page.icons.length < read.icons && isIcon(of('rel')) && of('href')) page.icons.push(iconOf(of));
        break;
      case 'img':
        if (page.images.length < read.images && saysLogo(element)) page.images.push(of('src'));
        break;
      case 'style':
        page.styles += wordsIn(element).slice(0, read.styles - page.styles.length);
        break;
      case 'script':
        if (of('type').toLowerCase() === 'application/ld+json')
          page.organisation = { ...organisationIn(wordsIn(element)), ...page.organisation };
    }
  }
  return page;
}

const isIcon = (rel: string) => /\bicon\b|apple-touch-icon/i.test(rel);

// A digit is tried as the beginning of a size where no other stands before it.
function iconOf(of: (name: string) => string) {
  const size = of('href').endsWith('.svg') ? 1_000 : Number(/(?<!\d)(\d{1,5})x\d/i.exec(of('sizes'))?.[1] ?? 0);
  return { href: of('href'), size };
}

const organisations = ['Organization', 'Corporation', 'OnlineStore', 'Store', 'Brand', 'LocalBusiness'];

// https://schema.org/Organization, at the top or in a @graph.
function organisationIn(json: string): Page['organisation'] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return {};
  }
  const graph = (data as { '@graph'?: unknown } | null)?.['@graph'];
  for (const each of [data, ...(Array.isArray(data) ? data : []), ...(Array.isArray(graph) ? graph : [])].slice(
    0,
    50,
  )) {
    const { '@type': type, name, logo } = (each ?? {}) as Record<string, unknown>;
    if (![type].flat().some((one) => typeof one === 'string' && organisations.includes(one))) continue;
    const url = typeof logo === 'string' ? logo : (logo as { url?: unknown } | undefined)?.url;
    return { ...(typeof name === 'string' && { name }), ...(typeof url === 'string' && { logo: url }) };
  }
  return {};
}

const saysLogo = (element: HtmlElement) =>
  ['class', 'id', 'alt', 'src'].some((name) => /logo/i.test(attributeOf(element, name).slice(0, 500)));

function logosOf({ organisation, images, icons, meta }: Page): string[] {
  const bySize = icons.toSorted((a, b) => b.size - a.size).map(({ href }) => href);
  return [organisation.logo ?? '', ...images, meta['og:logo'] ?? '', ...bySize].filter(Boolean);
}

/** The first few of these paths that lead to a web address, each once. */
function addressesOf(paths: string[], base: string): string[] {
  const found = new Set<string>();
  const short = paths.filter((path) => path.length <= read.address);
  for (const path of [...new Set(short)].slice(0, read.tries)) {
    const each = absolute(path, base);
    if (each && found.add(each).size === most.logos) break;
  }
  return [...found];
}

function absolute(path: string, base: string): string | null {
  // What is longer than an address may be is not even parsed.
  const url = path && path.length <= read.address && URL.canParse(path, base) ? new URL(path, base) : null;
  return url && ['http:', 'https:'].includes(url.protocol) && url.href.length <= read.address ? url.href : null;
}

// What a page calls itself stands in many places; in its title it is the part that its address agrees with, or else the last.
function nameOf({ meta, organisation, title }: Page, address: string): string {
  const given = [meta['og:site_name'], meta['application-name'], meta['apple-mobile-web-app-title'], organisation.name];
  const parts = title
    .split(/\s[|–—·•-]\s|[|｜_]/)
    .map((part) => short(part, most.name))
    .filter(Boolean);
  const host = letters(new URL(address).hostname);
  return short(
    given.find((each) => each?.trim()) ??
      parts.find((part) => letters(part) && host.includes(letters(part))) ??
      parts.at(-1) ??
      '',
    most.name,
  );
}

const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

function short(text: string, longest: number): string {
  const line = cleanLine(cleanText(cutTo(text, 8 * longest)).replaceAll('\uFFFD', ''));
  const first = firstOf(line, longest);
  return first.length < line.length ? first.replace(/\s+\S*$/, '') : first;
}
