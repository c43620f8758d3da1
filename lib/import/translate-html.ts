import { paths } from '@/lib/paths';
import {
  attributeOf,
  elementsIn,
  hasClass,
  isElement,
  makeElement,
  parseHtml,
  replaceNode,
  wordsIn,
  writeHtml,
  type HtmlElement,
} from '@/lib/core/sanitize/html-tree';

import { emojiOf } from './emoji';
import { linkVideos } from './embedded-video';
import { tablePolls, type Poll } from './discourse-poll';

export type Translation = {
  polls?: Poll[];
  /** Where a quoted post is read; null when nobody knows. */
  quoted?: (topic: number, post: number) => string | null;
  /** Called for each frame that cannot be kept, not even as a link. */
  onLost?: (frames: number) => void;
};

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|heic|bmp)(?:[?#]|$)/i;

/** The HTML of a Discourse post or a Shopify description in words that our pages know: what their own scripts and styles had made stands as plain HTML. */
export function translateHtml(html: string, { polls = [], quoted, onLost }: Translation = {}): string {
  const root = parseHtml(html);
  if (!root) return html;
  for (const element of elementsIn(root)) if (element.parentNode) translate(element, quoted);
  tablePolls(root, polls);
  const lost = linkVideos(root);
  if (lost > 0) onLost?.(lost);
  return writeHtml(root);
}

function translate(element: HtmlElement, quoted: Translation['quoted']): void {
  const { tagName } = element;
  if (tagName === 'img') return image(element);
  if (tagName === 'aside' && hasClass(element, 'quote')) return quote(element, quoted);
  if (hasClass(element, 'lightbox')) return lightbox(element);
  if (hasClass(element, 'chcklst-box')) return replaceNode(element, hasClass(element, 'checked') ? '[x]' : '[ ]');
  if (hasClass(element, 'quote-controls') || (hasClass(element, 'meta') && isIn(element, 'lightbox')))
    replaceNode(element);
}

function image(element: HtmlElement): void {
  if (hasClass(element, 'avatar') || hasClass(element, 'site-icon')) return replaceNode(element);
  if (!hasClass(element, 'emoji')) return;
  const name = attributeOf(element, 'alt') || attributeOf(element, 'title');
  const character = emojiOf(name) ?? (/\p{Extended_Pictographic}/u.test(name) ? name : null);
  if (character) replaceNode(element, character);
  // A forum's own emoji are pictures that somebody uploaded; all others that are not known here stand as their names.
  else if (!hasClass(element, 'emoji-custom') && !/\/uploads\//.test(attributeOf(element, 'src')))
    replaceNode(element, name);
}

/** The small picture with a link to the large one becomes the large one. */
function lightbox(element: HtmlElement): void {
  const small = elementsIn(element).find(({ tagName }) => tagName === 'img');
  if (!small) return;
  const large = attributeOf(element, 'href');
  const keep = (name: string) => (attributeOf(small, name) ? { [name]: attributeOf(small, name) } : {});
  const alt = attributeOf(small, 'alt') || attributeOf(element, 'title');
  replaceNode(
    element,
    makeElement('img', {
      src: PICTURE.test(large) ? large : attributeOf(small, 'src'),
      alt,
      ...keep('width'),
      ...keep('height'),
    }),
  );
}

function isIn(element: HtmlElement, name: string): boolean {
  for (let parent = element.parentNode; parent && 'tagName' in parent; parent = parent.parentNode) {
    if (hasClass(parent, name) || hasClass(parent, `${name}-wrapper`)) return true;
  }
  return false;
}

/** A quote names who is quoted and leads to the quoted post. */
function quote(element: HtmlElement, quoted: Translation['quoted']): void {
  const block = element.childNodes.find((node) => isElement(node) && node.tagName === 'blockquote');
  if (!isElement(block)) return;
  const name = attributeOf(element, 'data-username');
  const topic = Number(attributeOf(element, 'data-topic'));
  const post = Number(attributeOf(element, 'data-post'));
  const title = element.childNodes.find((node) => isElement(node) && hasClass(node, 'title'));
  const href = topic > 0 ? (quoted?.(topic, post > 0 ? post : 1) ?? null) : null;
  const own = isElement(title)
    ? elementsIn(title).find((each) => each.tagName === 'a' && /\/t\//.test(attributeOf(each, 'href')))
    : undefined;
  const words = own ? wordsIn(own).trim() : '';
  const where = href ?? (own ? attributeOf(own, 'href') : '');
  const shown = words || (post > 0 ? `#${post}` : '');
  const parts = [
    ...(name ? [makeElement('a', { class: 'mention', href: paths.member(name) }, `@${name}`)] : []),
    ...(shown ? [name ? ' ' : '', where ? makeElement('a', { href: where }, shown) : shown] : []),
  ];
  const head = parts.length > 0 ? [makeElement('p', {}, ...parts, ':')] : [];
  replaceNode(element, makeElement('blockquote', {}, ...head, ...block.childNodes.slice()));
}
