import type { ReactNode } from 'react';

import { AccountRows } from '@/components/viewer/account-rows';
import { ViewerMenu } from '@/components/viewer/viewer-menu';
import type { Locale } from '@/lib/core/locale';
import { segmentOf } from '@/lib/core/paths';
import { segmentsOf } from '@/lib/domains';
import { offAreas } from '@/lib/web/areas';
import { publicBrand } from '@/lib/web/brand';
import { linkedPages, savedMenu, shownBar } from '@/lib/web/pages';
import { triesPayments } from '@/lib/web/tries-payments';

import { Announcement } from './announcement';
import { areaNames } from './area-names';
import { navEntries } from './nav-entries';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import { mainId } from './skip-link';
import { TrialBar } from './trial-bar';

/** The brand's header and footer around a page for fans and buyers. */
export async function SiteFrame({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [brand, pages, bar, menu, areas] = await Promise.all([
    publicBrand(),
    linkedPages(),
    shownBar(),
    savedMenu(),
    offAreas(),
  ]);
  const off = segmentsOf(areas);
  const isOn = (href: string) => !off.includes(segmentOf(href));
  const entries = navEntries(menu, { locale, names: areaNames(locale), pages: pages.header, isOn });
  return (
    <>
      <SiteHeader
        locale={locale}
        brand={brand}
        entries={entries}
        search={!areas.includes('shop')}
        viewer={<ViewerMenu locale={locale} shop={!areas.includes('shop')} />}
        account={<AccountRows locale={locale} />}
        above={
          <>
            {triesPayments() && <TrialBar locale={locale} />}
            {bar && <Announcement bar={bar} locale={locale} />}
          </>
        }
      />
      <main id={mainId}>{children}</main>
      <SiteFooter locale={locale} brand={brand} entries={entries} saved={menu} pages={pages} />
    </>
  );
}
