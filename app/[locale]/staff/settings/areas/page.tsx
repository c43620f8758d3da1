import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AreaList } from '@/components/brand/staff/area-list';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { readAreas } from '@/lib/flows/brand/read-areas';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('brand.setAreas');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'brand')('areas.title'));
});

/** The areas of the site, each with what turning it off would hide. */
export default pageOrMissing(async function StaffAreasPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const t = translator(locale, 'brand');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('areas.title')} lead={t('areas.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="areas" locale={locale} />
      <AreaList {...await readAreas(reading(actor))} locale={locale} />
    </div>
  );
});
