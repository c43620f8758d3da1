'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { countWords } from '@/components/staff/count-words';
import { Link } from '@/components/ui/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { StaffAreaSections, StaffSectionName } from '@/lib/domains';
import { paths } from '@/lib/paths';

type Props = { locale: Locale; areas: StaffAreaSections[]; counts: Record<string, number> };

/** The way between staff sections, by area; only those that this member may enter. */
export function StaffLinks({ locale, areas, counts }: Props) {
  const t = useTranslations('staff');
  return (
    <nav aria-label={t('nav')} className="grid gap-4">
      <ul>
        <Line locale={locale} section="home" count={0} />
      </ul>
      {areas.map(({ area, sections }) => (
        <div key={area}>
          <p id={`staff-area-${area}`} className="px-3 pb-1 text-sm text-muted">
            {t(`areas.${area}`)}
          </p>
          <ul aria-labelledby={`staff-area-${area}`}>
            {sections.map((section) => (
              <Line key={section} locale={locale} section={section} count={counts[section] ?? 0} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

type LineProps = { locale: Locale; section: StaffSectionName | 'home'; count: number };

function Line({ locale, section, count }: LineProps) {
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
        className="touch flex min-h-9 items-center gap-2 rounded-md px-3 text-[0.9375rem] font-medium transition-colors hover:bg-hover aria-[current=page]:bg-solid aria-[current=page]:text-on-solid"
      >
        <span className="min-w-0 flex-1">{t(`rooms.${section}`)}</span>
        {count > 0 && (
          <>
            <span aria-hidden className="numerals rounded-full bg-accent-soft px-2 text-sm text-ink">
              {countWords(count)}
            </span>
            <VisuallyHidden>{t('frame.waiting', { shown: countWords(count) })}</VisuallyHidden>
          </>
        )}
      </Link>
    </li>
  );
}
