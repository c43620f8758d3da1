'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { isUnder, navItems } from './nav-items';

export function SiteNav({ locale }: { locale: Locale }) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  return (
    <nav aria-label={t('nav.label')} className="hidden lg:block">
      <ul className="flex items-center">
        {navItems.map(({ key, path }) => {
          const href = inLocale(locale, path);
          return (
            <li key={key}>
              <Link href={href} aria-current={isUnder(pathname, href) ? 'page' : undefined} className={look}>
                {t(`nav.${key}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const look =
  'relative flex min-h-10 items-center rounded-md px-2 xl:px-3 text-[0.9375rem] font-medium whitespace-nowrap text-muted transition-colors hover:text-ink ' +
  'after:absolute after:inset-x-2 xl:after:inset-x-3 after:bottom-0.5 after:h-[3px] after:rounded-full aria-[current=page]:text-ink aria-[current=page]:after:bg-accent';
