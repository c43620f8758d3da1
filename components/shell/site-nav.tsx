'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import type { SiteArea } from '@/lib/core/site-areas';
import { inLocale } from '@/lib/core/paths';
import { isUnder, navItems, navLook } from './nav-items';

/** The areas that are on. */
export function SiteNav({ locale, off }: { locale: Locale; off: readonly SiteArea[] }) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  return (
    <nav aria-label={t('nav.label')} className="hidden lg:block">
      <ul className="flex items-center">
        {navItems.map(({ key, path }) => {
          const href = inLocale(locale, path);
          return off.includes(key) ? null : (
            <li key={key}>
              <Link href={href} aria-current={isUnder(pathname, href) ? 'page' : undefined} className={navLook}>
                {t(`nav.${key}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
