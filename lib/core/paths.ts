import type { Locale } from './locale';

/** Paths of the site without their language; `inLocale` puts it in front. */
export const paths = {
  home: () => '/',
  boards: () => '/boards',
  board: (slug: string) => `/boards/${slug}`,
  boardPage: (slug: string, cursor: string) => `/boards/${slug}/after/${cursor}`,
  boardView: (slug: string, ...view: string[]) => ['/boards', slug, ...view].join('/'),
  boardFeed: (slug: string) => `/boards/${slug}/feed.xml`,
  thread: (thread: { number: number; slug: string }) => `/t/${thread.number}/${encodeURIComponent(thread.slug)}`,
  post: (thread: { number: number; slug: string }, number: number) => `${paths.thread(thread)}#post-${number}`,
  threadFrom: (thread: { number: number; slug: string }, number: number) => `${paths.thread(thread)}/from/${number}`,
  innerBoards: () => '/inner',
  innerBoard: (slug: string, ...view: string[]) => ['/inner/boards', slug, ...view].join('/'),
  innerThread: (thread: { number: number; slug: string }) => `/inner${paths.thread(thread)}`,
  newThread: (board?: string) => (board ? `/new?board=${encodeURIComponent(board)}` : '/new'),
  member: (handle: string) => `/u/${handle}`,
  ideas: () => '/ideas',
  roadmap: () => '/roadmap',
  releases: () => '/releases',
  release: (slug: string) => `/releases/${slug}`,
  products: () => '/products',
  product: (handle: string) => `/products/${handle}`,
  drops: () => '/drops',
  drop: (slug: string) => `/drops/${slug}`,
  dropReport: (slug: string) => `/drops/${slug}/report`,
  draw: (slug: string) => `/drops/${slug}/draw`,
  checkout: (claimId: string) => `/checkout/${claimId}`,
  orders: () => '/orders',
  order: (number: string) => `/orders/${number}`,
  signIn: (next?: string) => withNext('/sign-in', next),
  signUp: (next?: string) => withNext('/sign-up', next),
  confirm: (next?: string) => withNext('/confirm', next),
  forgot: (next?: string) => withNext('/forgot', next),
  welcome: () => '/welcome',
  profile: () => '/account',
  notifications: () => '/notifications',
  owned: () => '/owned',
  answer: (promptId: string) => `/owned/answer/${promptId}`,
  mailbox: () => '/mailbox',
  staff: (room = '') => (room ? `/staff/${room}` : '/staff'),
} as const;

// Where a visitor wants to be once they are signed in.
function withNext(path: string, next: string | undefined): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path;
}

/** A site path in one language: `/en/t/12/title`. */
export function inLocale(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}
