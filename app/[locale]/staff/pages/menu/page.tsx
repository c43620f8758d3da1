import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { MenuForm } from '@/components/pages/staff/menu-form';
import { MenuHistory } from '@/components/pages/staff/menu-history';
import type { MenuSite } from '@/components/pages/staff/menu-site';
import { areaNames } from '@/components/shell/area-names';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import { forEachLocale, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { completeMenu } from '@/lib/pages/choices/menu';
import { listMenuPages, listMenuVersions, readMenu } from '@/lib/pages/queries/menu';
import { paths } from '@/lib/paths';
import { offAreas } from '@/lib/web/areas';
import { publicBrand } from '@/lib/web/brand';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('pages.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'pagesStaff')('menu.title'));
});

/** The order of the menu of the site, and its older versions. */
export default pageOrMissing(async function StaffMenuPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const now = reading(actor);
  const { before } = await pageQuery(searchParams);
  const older = readNumber(before ?? '') ?? undefined;
  const [menu, pages, history] = await Promise.all([
    readMenu(now),
    listMenuPages(now),
    listMenuVersions(now, { before: older }),
  ]);
  const [brand, off] = await Promise.all([publicBrand(), offAreas()]);
  const t = translator(locale, 'pagesStaff');
  const list = { label: t('title'), href: inLocale(locale, paths.staff('pages')) };
  const site: MenuSite = {
    names: { en: areaNames('en'), zh: areaNames('zh') },
    off,
    pages,
    more: forEachLocale((language) => translator(language, 'shell')('morePages')),
    brand: { mark: brand.mark, markDark: brand.markDark, name: brand.name },
    maySetAreas: may(actor, 'brand.setAreas'),
  };
  const entries = completeMenu(
    menu.entries,
    pages.map(({ id }) => id),
  );
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={t('menu.title')}
        lead={t('menu.lead')}
        breadcrumbs={<Breadcrumbs label={t('title')} items={[list, { label: t('menu.title') }]} />}
        className="mb-0! pb-0!"
      />
      <MenuForm menu={{ ...menu, entries }} site={site} locale={locale} />
      <MenuHistory {...history} current={menu.version} paged={older !== undefined} site={site} locale={locale} />
    </div>
  );
});
