'use client';

import { usePathname } from 'next/navigation';

import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Where a guest who signs in or joins from this page wants to be afterwards; undefined for the start page and for forms of that kind. */
export function useWayBack(locale: Locale): string | undefined {
  const here = usePathname();
  const notBack = [paths.home(), paths.signIn(), paths.signUp(), paths.confirm(), paths.forgot()].map((path) =>
    inLocale(locale, path),
  );
  return notBack.includes(here) ? undefined : here;
}
