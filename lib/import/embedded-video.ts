import {
  attributeOf,
  elementsIn,
  hasClass,
  makeElement,
  replaceNode,
  wordsIn,
  type HtmlElement,
} from '@/lib/core/sanitize/html-tree';

const FRAMES =
  /^https:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|dailymotion\.com|bilibili\.com|youku\.com|qq\.com|twitch\.tv|tiktok\.com|loom\.com|wistia\.(?:com|net)|streamable\.com|facebook\.com|instagram\.com|soundcloud\.com|spotify\.com|bandcamp\.com|google\.com|codepen\.io|jsfiddle\.net)\//;
const PLAYERS: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  tiktok: (id) => `https://www.tiktok.com/embed/v2/${id}`,
};

/** Puts a link in the place of each player: videos, sounds and frames of sites that play them. Returns how many other frames went. */
export function linkVideos(root: HtmlElement): number {
  let lost = 0;
  for (const element of elementsIn(root)) {
    if (!element.parentNode) continue;
    const link = playerLink(element);
    if (link) replaceNode(element, asLink(link, element));
    else if (/^(iframe|embed|object)$/.test(element.tagName)) lost += 1;
  }
  return lost;
}

type Player = { href: string; title: string };

function playerLink(element: HtmlElement): Player | null {
  const { tagName } = element;
  const own = (...names: string[]) => names.map((name) => attributeOf(element, name)).find(Boolean) ?? '';
  const title = own('data-youtube-title', 'data-video-title', 'title', 'data-video-description');
  if (tagName === 'iframe' || tagName === 'embed') return frameLink(own('src', 'data-src'), title);
  if (tagName === 'video' || tagName === 'audio') return mediaLink(element, title);
  if (tagName === 'object') return frameLink(own('data'), title);
  const id = own('data-youtube-id', 'data-video-id');
  if (/^[\w/-]{1,60}$/.test(id)) return lazyLink(own('data-provider-name') || 'youtube', id, title, element);
  const source = own('data-video-src');
  return source ? { href: source, title } : null;
}

function lazyLink(provider: string, id: string, title: string, element: HtmlElement): Player | null {
  const inner = elementsIn(element).find(
    ({ tagName, attrs }) => tagName === 'a' && attrs.some(({ name }) => name === 'href'),
  );
  const href = PLAYERS[provider.toLowerCase()]?.(id) ?? (inner ? attributeOf(inner, 'href') : '');
  return href ? { href, title } : null;
}

function frameLink(source: string, title: string): Player | null {
  const address = source.startsWith('//') ? `https:${source}` : source.replace(/^http:/, 'https:');
  if (!FRAMES.test(address) || !URL.canParse(address)) return null;
  const { pathname } = new URL(address);
  const youtube = /^https:\/\/[^/]*youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{5,20})/.exec(address)?.[1];
  const vimeo = /^https:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(address)?.[1];
  if (youtube && youtube !== 'videoseries') return { href: PLAYERS.youtube!(youtube), title };
  return { href: vimeo ? PLAYERS.vimeo!(vimeo) : address, title: title || (pathname.slice(1) && '') };
}

function mediaLink(element: HtmlElement, title: string): Player | null {
  const sources = elementsIn(element).map((inner) => attributeOf(inner, inner.tagName === 'a' ? 'href' : 'src'));
  const href = [attributeOf(element, 'src'), attributeOf(element, 'data-video-src'), ...sources].find(Boolean);
  return href ? { href, title } : null;
}

function asLink({ href, title }: Player, element: HtmlElement): HtmlElement {
  const shown = title.trim() || (hasClass(element, 'lazy-video-container') ? wordsIn(element).trim() : '') || href;
  const link = makeElement('a', { href }, shown);
  return /^(?:div|video|iframe|object)$/.test(element.tagName) && !insideLine(element)
    ? makeElement('p', {}, link)
    : link;
}

function insideLine(element: HtmlElement): boolean {
  const parent = element.parentNode;
  return parent !== null && 'tagName' in parent && /^(p|a|span|strong|em|li|td|h\d)$/.test(parent.tagName);
}
