import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { RecallForm } from '@/components/recalls/staff/recall-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { listProductChoices } from '@/lib/catalog/queries';
import { reading } from '@/lib/core/context';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getRecall } from '@/lib/recalls/queries/staff';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findRecall = cache(async (id: string) => {
  const read = reading(await requirePermission('recalls.run'));
  const recall = await getRecall(read, { id });
  // What is over is not written any more.
  return recall && (recall.state === 'DRAFT' || recall.state === 'OPEN') ? { read, recall } : notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findRecall(id);
  return memberMetadata(translator(locale, 'recalls')('staff.editTitle'));
});

export default pageOrMissing(async function EditRecallPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { read, recall } = await findRecall(id);
  const t = translator(locale, 'recalls');
  const name = localText(locale, recall.title, recall.titleZh);
  const crumbs = [
    { label: t('staff.title'), href: inLocale(locale, paths.staff('recalls')) },
    { label: name, href: inLocale(locale, paths.staff('recalls', id)) },
    { label: t('staff.edit') },
  ];
  const { steps: _, product: __, variant, ...edited } = recall;
  return (
    <div className="page pb-16">
      <PageHeader breadcrumbs={<Breadcrumbs items={crumbs} label={t('staff.title')} />} title={t('staff.editTitle')} />
      <RecallForm
        key={recall.version}
        recall={{ ...edited, sku: variant?.sku ?? '', isOpen: recall.state === 'OPEN' }}
        products={await listProductChoices(read)}
        locale={locale}
      />
    </div>
  );
});
