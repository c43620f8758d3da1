'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { useIsOn } from './areas-context';
import { isUnder, navItems, navLook } from './nav-items';

export function SiteNav({ locale }: { locale: Locale }) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const isOn = useIsOn();
  const shown = navItems.filter(({ path }) => isOn(inLocale(locale, path)));
  if (shown.length === 0) return null;
  return (
    <nav aria-label={t('nav.label')} className="hidden lg:block">
      <ul className="flex items-center">
        {shown.map(({ key, path }) => {
          const href = inLocale(locale, path);
          return (
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
