'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { StaffSectionName } from '@/lib/domains';
import { paths } from '@/lib/paths';

/** The way between staff sections; only those that this member may enter. */
export function StaffNav({ locale, sections }: { locale: Locale; sections: StaffSectionName[] }) {
  const t = useTranslations('staff');
  const here = usePathname();
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => bringIn(row.current), [here]);
  const home = inLocale(locale, paths.staff());
  const links = [
    { section: 'home' as const, href: home },
    ...sections.map((section) => ({ section, href: inLocale(locale, paths.staff(section)) })),
  ];
  const isHere = (href: string) => here === href || (href !== home && here.startsWith(`${href}/`));
  return (
    <nav aria-label={t('nav')} className="border-b border-line bg-sunken/60">
      <ul ref={row} className="page fade-scroll flex gap-1 overflow-x-auto py-1.5">
        {links.map(({ section, href }) => (
          <li key={section} className="shrink-0">
            <Link
              href={href}
              aria-current={isHere(href) ? 'page' : undefined}
              className="touch flex min-h-9 items-center rounded-md px-3 text-[0.9375rem] font-medium text-muted transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-solid aria-[current=page]:text-on-solid"
            >
              {t(`rooms.${section}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

// On a phone the row is longer than the screen: the section one stands in is brought into sight.
function bringIn(row: HTMLUListElement | null): void {
  const current = row?.querySelector<HTMLElement>('[aria-current=page]');
  if (!row || !current) return;
  const [frame, section] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
  row.scrollLeft += section.left - frame.left - (frame.width - section.width) / 2;
}
