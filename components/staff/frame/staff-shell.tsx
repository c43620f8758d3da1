'use client';

import { PanelLeft, Store } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { LocaleSwitch } from '@/components/shell/locale-switch';
import { ThemeSwitch } from '@/components/shell/theme-switch';
import { IconButton } from '@/components/ui/button';
import { buttonLook } from '@/components/ui/button-look';
import { cx } from '@/components/ui/cx';
import { Link } from '@/components/ui/link';
import { ViewerMenu } from '@/components/viewer/viewer-menu';
import type { Locale } from '@/lib/core/locale';
import type { StaffAreaSections } from '@/lib/domains';

import { Palette } from './palette';
import { StaffDrawer } from './staff-drawer';
import { StaffLinks } from './staff-links';
import { useCollapsed } from './use-collapsed';

type Props = { locale: Locale; areas: StaffAreaSections[]; counts: Record<string, number>; children: ReactNode };

/** The top bar and the side navigation of the staff pages, around one page. */
export function StaffShell({ locale, areas, counts, children }: Props) {
  const t = useTranslations('staff');
  const [collapsed, setCollapsed] = useCollapsed();
  const links = <StaffLinks locale={locale} areas={areas} counts={counts} />;
  return (
    <>
      <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b border-line bg-paper px-3">
        <StaffDrawer>
          {links}
          <div className="mt-4 flex items-center justify-between border-t border-line pt-3 md:hidden">
            <LocaleSwitch locale={locale} />
            <ThemeSwitch />
          </div>
        </StaffDrawer>
        <IconButton
          label={t(collapsed ? 'frame.expand' : 'frame.collapse')}
          aria-expanded={!collapsed}
          onClick={() => setCollapsed(!collapsed)}
          className="js-only max-lg:hidden"
        >
          <PanelLeft aria-hidden />
        </IconButton>
        <p className="me-auto truncate ps-1 font-display text-subheading">{t('title')}</p>
        <Palette locale={locale} areas={areas} />
        <Link href={`/${locale}`} className={buttonLook('quiet', 'md', 'max-sm:w-10 max-sm:px-0!')}>
          <Store aria-hidden />
          <span className="max-sm:sr-only">{t('frame.shop')}</span>
        </Link>
        <div className="hidden items-center md:flex">
          <LocaleSwitch locale={locale} />
          <ThemeSwitch />
        </div>
        <ViewerMenu locale={locale} shop={false} />
      </header>
      <div className="flex-1 lg:flex">
        <aside
          className={cx(
            'border-line bg-sunken/60 p-3 max-lg:border-b lg:sticky lg:top-14 lg:h-[calc(100dvh-3.5rem)] lg:w-56 lg:shrink-0 lg:overflow-y-auto lg:border-e',
            'max-lg:hidden max-lg:noscript:block',
            collapsed && 'lg:hidden',
          )}
        >
          {links}
        </aside>
        {children}
      </div>
    </>
  );
}
