import { inLocale } from '@/lib/core/paths';
import type { Locale } from '@/lib/core/locale';

const ownPath = /^\/(en|zh)(\/[^\\\s]*|\?[^\\\s]*)?$/;

/** Where a visitor wanted to go: a path of this site in one of its languages, or the start page. Never another site. */
export function safeNext(next: string | null | undefined, locale: Locale): string {
  const home = inLocale(locale, '/');
  if (!next || !ownPath.test(next) || next.startsWith('//')) return home;
  const { pathname, search, hash, host } = new URL(next, 'http://own.invalid');
  return host === 'own.invalid' && ownPath.test(pathname) ? `${pathname}${search}${hash}` : home;
}

/** The `next` of a page's search parameters, not yet checked. */
export function nextIn({ next }: { next?: string | string[] }): string | undefined {
  return typeof next === 'string' && next ? next : undefined;
}
