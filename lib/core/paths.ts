import { encodePart } from './address';
import type { Locale } from './locale';

type Thread = { number: number; slug: string };

/** Paths of the site without their language; `inLocale` puts it in front. Every part is encoded here and nowhere else. */
export const paths = {
  home: () => '/',
  boards: () => '/boards',
  board: (slug: string, ...view: string[]) => path('boards', slug, ...view),
  boardPage: (slug: string, cursor: string) => path('boards', slug, 'after', cursor),
  boardFeed: (slug: string) => path('boards', slug, 'feed.xml'),
  thread: ({ number, slug }: Thread) => path('t', number, slug),
  post: (thread: Thread, number: number) => `${paths.thread(thread)}#post-${number}`,
  threadFrom: ({ number, slug }: Thread, from: number) => path('t', number, slug, 'from', from),
  innerBoards: () => '/inner',
  innerBoard: (slug: string, ...view: string[]) => path('inner', 'boards', slug, ...view),
  innerThread: ({ number, slug }: Thread) => path('inner', 't', number, slug),
  newThread: (board?: string, kind?: string) => withQuery('/new', { board, kind }),
  member: (handle: string) => path('u', handle),
  ideas: (...view: string[]) => path('ideas', ...view),
  roadmap: (product?: string) => path('roadmap', ...(product ? [product] : [])),
  releases: () => '/releases',
  releasesAfter: (cursor: string) => path('releases', 'after', cursor),
  release: (slug: string) => path('releases', slug),
  products: () => '/products',
  productsAfter: (cursor: string) => path('products', 'after', cursor),
  product: (handle: string) => path('products', handle),
  drops: () => '/drops',
  drop: (slug: string) => path('drops', slug),
  dropReport: (slug: string) => path('drops', slug, 'report'),
  draw: (slug: string) => path('drops', slug, 'draw'),
  checkout: (claimId: string) => path('checkout', claimId),
  orders: () => '/orders',
  order: (number: string) => path('orders', number),
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  signUp: (next?: string) => withQuery('/sign-up', { next }),
  confirm: (next?: string) => withQuery('/confirm', { next }),
  forgot: (next?: string) => withQuery('/forgot', { next }),
  welcome: () => '/welcome',
  profile: () => '/account',
  notifications: () => '/notifications',
  owned: () => '/owned',
  answer: (promptId: string) => path('owned', 'answer', promptId),
  mailbox: () => '/mailbox',
  mail: (id: string) => path('mailbox', id),
  staff: (...parts: string[]) => path('staff', ...parts),
} as const;

/** Address of a JSON answer: `api('drops', slug, 'state')`. */
export function api(...parts: (string | number)[]): string {
  return path('api', ...parts);
}

/** A site path in one language: `/en/t/12/title`. */
export function inLocale(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** A path that leads to a board behind sign-in where the board is not public. */
export function onBoard({ visibility }: { visibility: string }, path: string): string {
  return visibility === 'PUBLIC' ? path : `/inner${path}`;
}

/** A path with a query, encoded; what is undefined, null or empty is left out. */
export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)] as [string, string]],
  );
  if (given.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(given)}`;
}

function path(...parts: (string | number)[]): string {
  return `/${parts.map(encodePart).join('/')}`;
}
