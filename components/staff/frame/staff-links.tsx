'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { StaffAreaSections, StaffSectionName } from '@/lib/domains';
import { paths } from '@/lib/paths';

/** The way between staff sections, by area; only those that this member may enter. */
export function StaffLinks({ locale, areas }: { locale: Locale; areas: StaffAreaSections[] }) {
  const t = useTranslations('staff');
  return (
    <nav aria-label={t('nav')} className="grid gap-4">
      <ul>
        <Line locale={locale} section="home" />
      </ul>
      {areas.map(({ area, sections }) => (
        <div key={area}>
          <p id={`staff-area-${area}`} className="px-3 pb-1 text-sm text-muted">
            {t(`areas.${area}`)}
          </p>
          <ul aria-labelledby={`staff-area-${area}`}>
            {sections.map((section) => (
              <Line key={section} locale={locale} section={section} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Line({ locale, section }: { locale: Locale; section: StaffSectionName | 'home' }) {
  const t = useTranslations('staff');
  const here = usePathname();
  const home = inLocale(locale, paths.staff());
  const href = section === 'home' ? home : inLocale(locale, paths.staff(section));
  const current = here === href || (href !== home && here.startsWith(`${href}/`));
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? 'page' : undefined}
        className="touch flex min-h-9 items-center rounded-md px-3 text-[0.9375rem] font-medium transition-colors hover:bg-hover aria-[current=page]:bg-solid aria-[current=page]:text-on-solid"
      >
        {t(`rooms.${section}`)}
      </Link>
    </li>
  );
}
