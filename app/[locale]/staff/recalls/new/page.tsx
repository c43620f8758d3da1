import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { RecallForm } from '@/components/recalls/staff/recall-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { listProductChoices } from '@/lib/catalog/queries';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('recalls.run');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'recalls')('staff.new'));
});

export default pageOrMissing(async function NewRecallPage({ params }: Props) {
  const { locale } = await params;
  const read = reading(await enter());
  const t = translator(locale, 'recalls');
  const crumbs = [
    { label: t('staff.title'), href: inLocale(locale, paths.staff('recalls')) },
    { label: t('staff.new') },
  ];
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={crumbs} label={t('staff.title')} />}
        title={t('staff.new')}
        lead={t('staff.newLead')}
      />
      <RecallForm products={await listProductChoices(read)} locale={locale} />
    </div>
  );
});
