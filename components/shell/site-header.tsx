import type { ReactNode } from 'react';
import { HeaderSearch } from '@/components/search/header-search';
import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';
import { translator } from '@/lib/web/i18n';
import { BrandLink } from './brand-mark';
import { LocaleSwitch } from './locale-switch';
import { MobileNav } from './mobile-nav';
import type { NavEntry } from './nav-entries';
import { fit } from './nav-fit';
import { SiteNav } from './site-nav';
import { SkipLink } from './skip-link';
import { ThemeSwitch } from './theme-switch';

type Props = {
  locale: Locale;
  brand: Brand;
  entries: NavEntry[];
  viewer?: ReactNode;
  account?: ReactNode;
  above?: ReactNode;
  /** Whether there is anything to search. */
  search?: boolean;
};

/** The same bytes for everyone; `viewer` is the place where the reader's own menu is painted, `account` that in the phone's menu. */
export function SiteHeader({ locale, brand, entries, viewer, account, above, search }: Props) {
  const more = translator(locale, 'shell')('morePages');
  const fits = fit(entries, { more, name: brand.name[locale] });
  return (
    <>
      <SkipLink locale={locale} />
      {above}
      <header className="sticky top-0 z-30 border-b border-line bg-paper">
        <div className="page flex h-16 items-center gap-0.5 sm:gap-2 lg:gap-3 xl:gap-5">
          <BrandLink locale={locale} brand={brand} className="me-auto lg:me-0" />
          <SiteNav entries={entries} fit={fits} more={more} />
          <div className="hidden items-center lg:ms-auto lg:flex">
            <LocaleSwitch locale={locale} />
            <ThemeSwitch />
          </div>
          <div className="flex min-h-10 shrink-0 items-center justify-end sm:gap-1">
            {search && <HeaderSearch locale={locale} />}
            {viewer}
          </div>
          <MobileNav locale={locale} entries={entries} large={fits.wide} account={account} />
        </div>
      </header>
    </>
  );
}
