import type { SiteArea } from '@/lib/core/site-areas';
import { paths } from '@/lib/paths';

export const navItems = [
  { key: 'community', path: paths.boards() },
  { key: 'ideas', path: paths.ideas() },
  { key: 'roadmap', path: paths.roadmap() },
  { key: 'releases', path: paths.releases() },
  { key: 'shop', path: paths.products() },
  { key: 'drops', path: paths.drops() },
] as const satisfies { key: SiteArea; path: string }[];

/** Whether a page lies under an entry of the navigation; threads live under the community. */
export function isUnder(pathname: string, href: string) {
  if (pathname === href || pathname.startsWith(`${href}/`)) return true;
  const [, locale, room] = pathname.split('/');
  return href === `/${locale}/boards` && room === 't';
}

/** How an entry of the header looks. */
export const navLook =
  'relative flex min-h-10 items-center rounded-md px-2 xl:px-3 text-[0.9375rem] font-medium whitespace-nowrap text-muted transition-colors hover:text-ink ' +
  'after:absolute after:inset-x-2 xl:after:inset-x-3 after:bottom-0.5 after:h-[3px] after:rounded-full aria-[current=page]:text-ink aria-[current=page]:after:bg-accent';
