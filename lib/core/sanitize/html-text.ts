import { cutTo } from '../fields';

// Outside of quotes a tag holds no "<": where one stands after all, in HTML that was not sanitised, the search begins anew.
const TAG = /<\/?([a-z][a-z0-9]*)[^<>"]*(?:"[^"]*"[^<>"]*)*>/g;
const BLOCKS = new Set([
  'p',
  'br',
  'hr',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'div',
  'blockquote',
  'aside',
  'section',
  'pre',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'details',
  'summary',
  'table',
  'caption',
  'tr',
]);
const CELLS = new Set(['td', 'th']);
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
const IMAGE = /<img src="([^"]*)"/g;

/** The words of sanitised HTML, one line for each block. For other HTML, sanitise first. */
export function textOf(html: string): string {
  const words = html.replace(TAG, (_tag, name: string) => (BLOCKS.has(name) ? '\n' : CELLS.has(name) ? ' ' : ''));
  return decode(words)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** The addresses of the pictures in sanitised HTML, each once, in their order. */
export function imagesOf(html: string): string[] {
  return [...new Set([...html.matchAll(IMAGE)].map(([, src]) => decode(src!)))];
}

/** The beginning of sanitised HTML as one line of at most `length` characters, ended by "…" when cut. */
export function excerpt(html: string, length: number): string {
  const line = textOf(coverSpoilers(html)).replace(/\n/g, ' ');
  if (line.length <= length) return line;
  const room = cutTo(line, length - 1);
  const lastSpace = room.lastIndexOf(' ');
  const cut = lastSpace > length * 0.7 ? room.slice(0, lastSpace) : room;
  return `${cut.trimEnd()}…`;
}

const SPOILER = /<(span|div) class="spoiler" tabindex="0">/;

/** Spoilers stand as "…" wherever only the first words are shown, which nobody can uncover there. */
function coverSpoilers(html: string): string {
  let rest = html;
  let shown = '';
  for (let begin = SPOILER.exec(rest); begin; begin = SPOILER.exec(rest)) {
    shown += `${rest.slice(0, begin.index)} … `;
    rest = afterElement(rest.slice(begin.index + begin[0].length), begin[1]!);
  }
  return shown + rest;
}

function afterElement(html: string, name: string): string {
  let depth = 1;
  for (const tag of html.matchAll(new RegExp(`<(/?)${name}(?=[ >])[^>"]*(?:"[^"]*"[^>"]*)*>`, 'g'))) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return html.slice(tag.index + tag[0].length);
  }
  return '';
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp);/g, (_entity, name: string) => ENTITIES[name]!);
}
