import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DeleteDropForm } from '@/components/drops/staff/delete-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getPlanDraft } from '@/lib/drops/queries/plan-draft';
import { getPlanWaves } from '@/lib/drops/queries/plan-waves';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findPlan = cache(async (id: string) => {
  const now = reading(await requirePermission('drops.run'));
  const [plan, further] = await Promise.all([getPlanDraft(now, { id }), getPlanWaves(now, { id })]);
  if (!plan || !further) notFound();
  const waves = [plan.draft.units, ...further.waves.map(({ units }) => units)];
  return { ...plan, units: waves.flatMap(Object.values<number>).reduce((sum, each) => sum + each, 0) };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findPlan(id);
  return memberMetadata(translator(locale, 'drops')('staff.remove.go'));
});

export default pageOrMissing(async function DeleteDropPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const plan = await findPlan(id);
  const t = translator(locale, 'drops');
  const title = localText(locale, plan.draft.title, plan.draft.titleZh);
  const back = inLocale(locale, paths.staff('drops', id));
  const crumbs = [
    { label: t('staff.title'), href: inLocale(locale, paths.staff('drops')) },
    { label: title, href: back },
    { label: t('staff.remove.go') },
  ];
  const stays = plan.announcedAt ? 'staff.remove.announced' : plan.codes > 0 ? 'staff.remove.codes' : null;
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('staff.remove.title', { title })}
        breadcrumbs={<Breadcrumbs label={t('staff.title')} items={crumbs} />}
      />
      {stays ? (
        <Notice tone="warning" action={<ButtonLink href={back}>{t('preview.back')}</ButtonLink>}>
          {t(stays, { count: plan.codes })}
        </Notice>
      ) : (
        <Card className="grid max-w-3xl gap-4">
          <p>{t('staff.remove.body', { units: plan.units })}</p>
          <p className="font-semibold">{t('staff.callOff.final')}</p>
          <DeleteDropForm dropId={id} version={plan.version} locale={locale} />
        </Card>
      )}
    </div>
  );
});
