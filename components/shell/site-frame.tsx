import type { ReactNode } from 'react';

import { AccountRows } from '@/components/viewer/account-rows';
import { ViewerMenu } from '@/components/viewer/viewer-menu';
import type { Locale } from '@/lib/core/locale';
import { offAreas } from '@/lib/web/areas';
import { publicBrand } from '@/lib/web/brand';
import { linkedPages, shownBar } from '@/lib/web/pages';

import { Announcement } from './announcement';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import { mainId } from './skip-link';

/** The brand's header and footer around a page for fans and buyers. */
export async function SiteFrame({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [brand, pages, bar, off] = await Promise.all([publicBrand(), linkedPages(), shownBar(), offAreas()]);
  return (
    <>
      <SiteHeader
        locale={locale}
        brand={brand}
        pages={pages.header}
        off={off}
        viewer={<ViewerMenu locale={locale} />}
        account={<AccountRows locale={locale} />}
        above={bar && <Announcement bar={bar} locale={locale} />}
      />
      <main id={mainId}>{children}</main>
      <SiteFooter locale={locale} brand={brand} pages={pages} off={off} />
    </>
  );
}
