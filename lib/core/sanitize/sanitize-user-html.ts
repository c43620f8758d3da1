import { defaultTreeAdapter, html as spec, serialize } from 'parse5';
import sanitizeHtml from 'sanitize-html';
import { cutTo } from '../fields';
import { cleanText } from './clean-text';
import { parseWithin } from './parse-within';
import { ATTRIBUTES, SILENT_TAGS, TAGS, cleanTag } from './rules';
import type { Site } from './safe-url';
import { directBlocks, hasRightToLeft } from './text-direction';

/** Characters of HTML that are read; what follows is left out. */
export const MAX_HTML = 200_000;
/** Elements inside one another that are kept; deeper ones lose their tags, not their text. */
export const MAX_DEPTH = 60;

const MAX_OPEN = 2_000;
const MAX_PASSES = 8;
const TAG = /<(\/?)([a-z][^\s/>]*)/gi;
const CLOSES_ITSELF =
  /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|br|hr|img|wbr|input|meta|link|area|base|col|embed|source|track)$/i;

/**
 * The HTML that may be shown from HTML that somebody else wrote: only tags, attributes and addresses
 * on our list, at most MAX_HTML characters read and MAX_DEPTH deep, headings from h2 on. Sanitising its answer again changes
 * nothing. Never throws; markup that does not settle comes back as plain text in one paragraph.
 */
export function sanitizeUserHtml(source: string, site: Site = {}): string {
  let current = lowerHeadings(clip(source, MAX_HTML));
  if (isNestingBomb(current)) return plain(current);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = filter(clip(current, MAX_HTML), site);
    if (next === null) break;
    if (next === current) return next;
    current = next;
  }
  return plain(source);
}

/** One pass: our list decides what stays, then the browser's own grammar decides where it stands. Null where that multiplies it. */
function filter(source: string, site: Site): string | null {
  const listed = sanitizeHtml(cleanText(source), {
    allowedTags: TAGS,
    allowedAttributes: ATTRIBUTES,
    allowedSchemes: ['https', 'http', 'mailto'],
    nonTextTags: SILENT_TAGS,
    nestingLimit: MAX_DEPTH,
    parseStyleAttributes: false,
    transformTags: { '*': (name, attribs) => cleanTag(name, attribs, site) },
  });
  // A browser closes some elements early (an <li> ends the <div> before it), so that a balanced text
  // could still end an element of the page around it. What its own parser makes of it cannot.
  const container = defaultTreeAdapter.createElement(spec.TAG_NAMES.DIV, spec.NS.HTML, []);
  const tree = parseWithin(container, listed);
  if (!tree) return null;
  if (hasRightToLeft(listed)) directBlocks(tree);
  const settled = serialize(tree);
  return cleanText(settled).replace(/<pre>\n+/g, '<pre>');
}

/** The page has the only h1. A text that uses one has all its headings a level lower, so that their differences stay. */
function lowerHeadings(source: string): string {
  if (!/<h1[\s>]/i.test(source)) return source;
  return source.replace(
    /(<\/?h)([1-6])(?=[\s>/])/gi,
    (_tag, start: string, level: string) => `${start}${Math.min(6, Number(level) + 1)}`,
  );
}

/** Thousands of open elements make every closing tag a search through all of them. */
export function isNestingBomb(source: string): boolean {
  let open = 0;
  for (const [, slash, name] of source.matchAll(TAG)) {
    if (CLOSES_ITSELF.test(name!)) continue;
    open = slash ? Math.max(0, open - 1) : open + 1;
    if (open > MAX_OPEN) return true;
  }
  return false;
}

function plain(source: string): string {
  const words = clip(source, MAX_HTML / 8)
    .replace(/<[^<>]*>/g, ' ')
    .trim();
  const escaped = words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return filter(`<p>${escaped}</p>`, {}) ?? '';
}

function clip(source: string, length: number): string {
  return cutTo(source, length);
}
