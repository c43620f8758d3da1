import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { EditWaveForm } from '@/components/drops/staff/edit-wave-form';
import { PlanOver } from '@/components/drops/staff/plan-over';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { listVariants } from '@/lib/catalog/offerable';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getPlanWaves } from '@/lib/drops/queries/plan-waves';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findPlan = cache(async (id: string) => {
  const now = reading(await requirePermission('drops.run'));
  return { now, plan: (await getPlanWaves(now, { id })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findPlan(id);
  return memberMetadata(translator(locale, 'drops')('staff.editWave.title'));
});

export default pageOrMissing(async function PlanWavesPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { now, plan } = await findPlan(id);
  const t = translator(locale, 'drops');
  const back = inLocale(locale, paths.staff('drops', id));
  const crumbs = [
    { label: t('staff.title'), href: inLocale(locale, paths.staff('drops')) },
    { label: localText(locale, plan.title, plan.titleZh), href: back },
    { label: t('staff.editWave.title') },
  ];
  const waves = plan.planned ? plan.waves : [];
  const variants = await listVariants(now, { productId: plan.productId });
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 pb-16">
      <PageHeader
        className="pb-0!"
        title={t('staff.editWave.title')}
        lead={waves.length > 0 ? t('staff.editWave.lead') : undefined}
        breadcrumbs={<Breadcrumbs label={t('staff.title')} items={crumbs} />}
      />
      {!plan.planned && <PlanOver announced={plan.announcedAt !== null} back={back} locale={locale} />}
      {plan.planned && waves.length === 0 && (
        <Notice action={<ButtonLink href={back}>{t('preview.back')}</ButtonLink>}>{t('staff.editWave.none')}</Notice>
      )}
      {waves.map((wave) => (
        <Card key={wave.number} as="section" aria-labelledby={`wave-${wave.number}`} className="max-w-3xl">
          <SectionHead id={`wave-${wave.number}`} level={2} title={t('draw.wave', { number: wave.number })} />
          <EditWaveForm dropId={id} version={plan.version} wave={wave} variants={variants} locale={locale} />
        </Card>
      ))}
    </div>
  );
});
