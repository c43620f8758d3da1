import type { NavEntry } from './nav-entries';

/** Whether a page is the one that an entry leads to, or lies under it where the entry is an area; threads lie under the community, collections under the shop. */
export function isAt(pathname: string, { href, column }: NavEntry): boolean {
  if (pathname === href) return true;
  if (!column) return false;
  const area = `${pathname}/`.replace('/t/', '/boards/').replace('/collections/', '/products/');
  return area.startsWith(`${href}/`);
}

/** How an entry of the header looks. */
export const navLook =
  'relative flex min-h-10 items-center rounded-md px-2 xl:px-3 text-[0.9375rem] font-medium whitespace-nowrap text-muted transition-colors hover:text-ink ' +
  'after:absolute after:inset-x-2 xl:after:inset-x-3 after:bottom-0.5 after:h-[3px] after:rounded-full aria-[current=page]:text-ink aria-[current=page]:after:bg-accent';
