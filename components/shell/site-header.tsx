import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';
import type { SiteArea } from '@/lib/core/site-areas';
import type { LinkedPage } from '@/lib/pages/queries';
import { translator } from '@/lib/web/i18n';
import { BrandLink } from './brand-mark';
import { HeaderPages } from './header-pages';
import { LocaleSwitch } from './locale-switch';
import { MobileNav } from './mobile-nav';
import { navLook } from './nav-items';
import { pageLink } from './page-link';
import { SiteNav } from './site-nav';
import { SkipLink } from './skip-link';
import { ThemeSwitch } from './theme-switch';

type Props = {
  locale: Locale;
  brand: Brand;
  pages: LinkedPage[];
  off: readonly SiteArea[];
  viewer?: ReactNode;
  account?: ReactNode;
  above?: ReactNode;
};

/** The same bytes for everyone; `viewer` is the place where the reader's own menu is painted, `account` that in the phone's menu. */
export function SiteHeader({ locale, brand, pages, off, viewer, account, above }: Props) {
  const links = pages.map((page) => pageLink(page, locale));
  return (
    <>
      <SkipLink locale={locale} />
      {above}
      <header className="sticky top-0 z-30 border-b border-line bg-paper">
        <div className="page flex h-16 items-center gap-2 lg:gap-3 xl:gap-6">
          <BrandLink locale={locale} brand={brand} className="me-auto lg:me-0" />
          <SiteNav locale={locale} off={off} />
          {links.length > 0 && (
            <HeaderPages label={translator(locale, 'shell')('morePages')} look={navLook}>
              {links.map(({ href, text, lang }) => (
                <Link
                  key={href}
                  href={href}
                  lang={lang}
                  className="touch rounded-md px-3 py-2 wrap-anywhere hover:bg-hover"
                >
                  <bdi>{text}</bdi>
                </Link>
              ))}
            </HeaderPages>
          )}
          <div className="hidden items-center lg:ms-auto lg:flex">
            <LocaleSwitch locale={locale} />
            <ThemeSwitch />
          </div>
          <div className="flex min-h-10 shrink-0 items-center justify-end gap-1">{viewer}</div>
          <MobileNav locale={locale} pages={links} account={account} />
        </div>
      </header>
    </>
  );
}
