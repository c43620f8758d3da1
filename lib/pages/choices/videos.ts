/** Videos of other sites that a page can show; safe in the browser. */

export const videoSites = ['youtube', 'vimeo', 'bilibili'] as const;
export type VideoSite = (typeof videoSites)[number];

/** A video of another site: its site, and what that site calls it; a video of Vimeo that is not listed has a second word. */
export type Video = { site: VideoSite; id: string; key?: string };

/** The names of those sites, which are the same in every language. */
export const siteNames: Record<VideoSite, string> = { youtube: 'YouTube', vimeo: 'Vimeo', bilibili: 'bilibili' };

/** Where the players of those sites come from; nothing else may stand in a frame of ours. */
export const playerOrigins = [
  'https://www.youtube-nocookie.com',
  'https://player.vimeo.com',
  'https://player.bilibili.com',
] as const;

const youtubeId = /^[\w-]{11}$/;

/** The video at an address as people copy it from their browser or from a share button; null where it is none that we know. */
export function videoAt(address: string): Video | null {
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/^(?:www|m)\./, '');
  const parts = url.pathname.split('/').filter(Boolean);
  if (host === 'youtu.be') return youtube(parts[0]);
  if (host === 'youtube.com' || host === 'youtube-nocookie.com')
    return youtube(parts[0] === 'watch' ? url.searchParams.get('v') : youtubePath(parts));
  if (host === 'vimeo.com') return vimeo(parts[0], parts[1]);
  if (host === 'player.vimeo.com' && parts[0] === 'video') return vimeo(parts[1], url.searchParams.get('h'));
  if (host === 'bilibili.com' && parts[0] === 'video') return bilibili(parts[1]);
  return host === 'player.bilibili.com' ? bilibili(url.searchParams.get('bvid')) : null;
}

type Found = string | null | undefined;

const youtubePath = ([kind, id]: string[]): Found => (['embed', 'shorts', 'live'].includes(kind ?? '') ? id : null);

const youtube = (id: Found): Video | null => (id && youtubeId.test(id) ? { site: 'youtube', id } : null);

function vimeo(id: Found, key: Found): Video | null {
  if (!id || !/^\d{6,12}$/.test(id)) return null;
  return key && /^[0-9a-f]{6,16}$/.test(key) ? { site: 'vimeo', id, key } : { site: 'vimeo', id };
}

const bilibili = (id: Found): Video | null => (id && /^BV[0-9A-Za-z]{10}$/.test(id) ? { site: 'bilibili', id } : null);

/** Where people watch a video on its own site. */
export function watchAddress({ site, id, key }: Video): string {
  if (site === 'youtube') return `https://www.youtube.com/watch?v=${id}`;
  if (site === 'vimeo') return `https://vimeo.com/${id}${key ? `/${key}` : ''}`;
  return `https://www.bilibili.com/video/${id}`;
}

/** What a frame shows of a video, in the form of its site that keeps least of the viewer; it plays at once where that was asked for. */
export function playerAddress({ site, id, key }: Video, begins: 'playing' | 'waiting'): string {
  const autoplay = `autoplay=${begins === 'playing' ? 1 : 0}`;
  if (site === 'youtube') return `https://www.youtube-nocookie.com/embed/${id}?${autoplay}`;
  if (site === 'vimeo') return `https://player.vimeo.com/video/${id}?dnt=1&${autoplay}${key ? `&h=${key}` : ''}`;
  return `https://player.bilibili.com/player.html?bvid=${id}&${autoplay}`;
}
