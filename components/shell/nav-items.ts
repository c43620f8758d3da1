import { paths } from '@/lib/paths';

export const navItems = [
  { key: 'community', path: paths.boards() },
  { key: 'ideas', path: paths.ideas() },
  { key: 'roadmap', path: paths.roadmap() },
  { key: 'releases', path: paths.releases() },
  { key: 'shop', path: paths.products() },
  { key: 'drops', path: paths.drops() },
] as const;

/** Whether a page lies under an entry of the navigation; threads live under the community. */
export function isUnder(pathname: string, href: string) {
  if (pathname === href || pathname.startsWith(`${href}/`)) return true;
  const [, locale, room] = pathname.split('/');
  return href === `/${locale}/boards` && room === 't';
}
