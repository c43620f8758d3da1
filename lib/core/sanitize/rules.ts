import { cutTo } from '../fields';
import { path } from '../paths';
import { cleanText } from './clean-text';
import { safeImage, safeLink, type Site } from './safe-url';

type Attributes = Record<string, string>;
export type Tag = { tagName: string; attribs: Attributes };

/** A name that is on no list: the tag goes, what it holds stays. */
const DROPPED = 'dropped';

const RENAMED: Record<string, string> = { h1: 'h2', strike: 's', tt: 'code', center: 'div', big: 'span' };

export const TAGS = `
  p br hr h2 h3 h4 h5 h6 div span blockquote aside section
  strong b em i u s del ins sub sup mark small abbr cite q code pre kbd samp var ruby rt rp wbr
  ul ol li dl dt dd figure figcaption details summary
  table caption thead tbody tfoot tr th td a img`
  .trim()
  .split(/\s+/);

/** Tags whose content is not prose: it goes with them. */
export const SILENT_TAGS = `
  script style textarea option select datalist xmp iframe noembed noframes noscript plaintext template
  title head svg math object embed applet audio video canvas`
  .trim()
  .split(/\s+/);

export const ATTRIBUTES: Record<string, string[]> = {
  a: ['href', 'title', 'rel', 'class', 'data-mention'],
  img: ['src', 'alt', 'title', 'width', 'height', 'class', 'loading', 'decoding', 'referrerpolicy'],
  code: ['class'],
  span: ['class', 'tabindex'],
  div: ['class', 'tabindex'],
  abbr: ['title'],
  ol: ['start'],
  td: ['colspan', 'rowspan', 'align'],
  th: ['colspan', 'rowspan', 'align', 'scope'],
};

const HANDLE = /^[a-z0-9_-]{2,30}$/;
const PROFILE_PATH = /^\/u(?:sers)?\/([^/]+)\/?$/;
const CODE_LANGUAGE = /^(?:language|lang)-([A-Za-z0-9][A-Za-z0-9+#_.-]{0,29})$/;
const ALIGNMENT = /^\s*(?:text-align\s*:\s*)?(left|center|right)\s*(?:;\s*)?$/i;
const MAX_TITLE = 300;

/** One tag as it may be shown: its name and only the attributes we wrote ourselves. */
export function cleanTag(name: string, given: Attributes, site: Site): Tag {
  const tagName = RENAMED[name] ?? name;
  switch (tagName) {
    case 'a':
      return link(given, site);
    case 'img':
      return image(given, site);
    case 'span':
    case 'div':
      return { tagName, attribs: spoiler(given) };
    case 'code':
      return { tagName, attribs: codeLanguage(given) };
    case 'abbr':
      return { tagName, attribs: title(given) };
    case 'ol':
      return { tagName, attribs: matching('start', given.start, /^-?\d{1,6}$/) };
    case 'td':
      return { tagName, attribs: cell(given) };
    case 'th':
      return { tagName, attribs: { ...cell(given), ...matching('scope', given.scope, /^(?:row|col)$/) } };
    default:
      return { tagName, attribs: {} };
  }
}

function link(given: Attributes, site: Site): Tag {
  const handle = mentioned(given);
  if (handle) return { tagName: 'a', attribs: { href: path('u', handle), class: 'mention', 'data-mention': handle } };
  const safe = safeLink(given.href ?? '', site);
  if (!safe) return { tagName: DROPPED, attribs: {} };
  const rel: Attributes = safe.outside ? { rel: 'nofollow ugc noopener' } : {};
  return { tagName: 'a', attribs: { href: safe.href, ...title(given), ...rel } };
}

function mentioned(given: Attributes): string | null {
  if (!given.class?.split(/\s+/).includes('mention')) return null;
  const handle = PROFILE_PATH.exec(given.href ?? '')?.[1]?.toLowerCase();
  return handle && HANDLE.test(handle) ? handle : null;
}

function image(given: Attributes, site: Site): Tag {
  const src = safeImage(given.src ?? '', site);
  if (!src) return { tagName: DROPPED, attribs: {} };
  const emoji: Attributes = given.class?.split(/\s+/).includes('emoji') ? { class: 'emoji' } : {};
  return {
    tagName: 'img',
    attribs: {
      src,
      alt: cutTo(cleanText(given.alt ?? ''), MAX_TITLE),
      ...title(given),
      ...matching('width', given.width, /^[1-9]\d{0,3}$/),
      ...matching('height', given.height, /^[1-9]\d{0,3}$/),
      ...emoji,
      loading: 'lazy',
      decoding: 'async',
      referrerpolicy: 'no-referrer',
    },
  };
}

/** Words that are covered until the reader presses or focuses them. */
function spoiler(given: Attributes): Attributes {
  return given.class?.split(/\s+/).includes('spoiler') ? { class: 'spoiler', tabindex: '0' } : {};
}

function codeLanguage(given: Attributes): Attributes {
  for (const word of (given.class ?? '').split(/\s+/)) {
    const language = CODE_LANGUAGE.exec(word)?.[1];
    if (language) return { class: `language-${language.toLowerCase()}` };
  }
  return {};
}

function cell(given: Attributes): Attributes {
  const align = ALIGNMENT.exec(given.align ?? given.style ?? '')?.[1]?.toLowerCase();
  return {
    ...matching('colspan', given.colspan, /^[1-9]\d?$/),
    ...matching('rowspan', given.rowspan, /^[1-9]\d?$/),
    ...(align ? { align } : {}),
  };
}

function title(given: Attributes): Attributes {
  const text = cutTo(cleanText(given.title ?? ''), MAX_TITLE).trim();
  return text ? { title: text } : {};
}

function matching(name: string, value: string | undefined, shape: RegExp): Attributes {
  return value !== undefined && shape.test(value) ? { [name]: value } : {};
}
