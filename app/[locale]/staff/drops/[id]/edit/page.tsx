import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { EditDropForm } from '@/components/drops/staff/edit-form';
import { PlanOver } from '@/components/drops/staff/plan-over';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listVariants } from '@/lib/catalog/offerable';
import { countriesOf } from '@/lib/core/offers';
import { getPlanDraft } from '@/lib/drops/queries/plan-draft';
import { getMarket } from '@/lib/markets/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findPlan = cache(async (id: string) => {
  const now = reading(await requirePermission('drops.run'));
  return { now, plan: (await getPlanDraft(now, { id })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findPlan(id);
  return memberMetadata(translator(locale, 'drops')('staff.edit.title'));
});

export default pageOrMissing(async function EditDropPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { now, plan } = await findPlan(id);
  const t = translator(locale, 'drops');
  const title = localText(locale, plan.draft.title, plan.draft.titleZh);
  const back = inLocale(locale, paths.staff('drops', id));
  const crumbs = [
    { label: t('staff.title'), href: inLocale(locale, paths.staff('drops')) },
    { label: title, href: back },
    { label: t('staff.edit.title') },
  ];
  const market = await getMarket(now);
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('staff.edit.title')}
        lead={plan.planned ? t('staff.edit.lead') : undefined}
        breadcrumbs={<Breadcrumbs label={t('staff.title')} items={crumbs} />}
      />
      {plan.planned ? (
        <EditDropForm
          dropId={id}
          version={plan.version}
          draft={plan.draft}
          product={localText(locale, plan.product.title, plan.product.titleZh)}
          variants={await listVariants(now, { productId: plan.draft.productId })}
          locale={locale}
          countries={countriesOf(market)}
        />
      ) : (
        <PlanOver announced={plan.announcedAt !== null} back={back} locale={locale} />
      )}
    </div>
  );
});
