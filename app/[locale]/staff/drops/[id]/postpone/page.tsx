import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { PostponeForm } from '@/components/drops/staff/postpone-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { ShopTime } from '@/components/forms/shop-time';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getDropForStaff } from '@/lib/drops/queries';
import { countBound } from '@/lib/drops/queries/called-off';
import { listAwaiting } from '@/lib/drops/queries/changed-wave';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findDrop = cache(async (id: string) => {
  const now = reading(await requirePermission('drops.run'));
  return { now, drop: (await getDropForStaff(now, { id })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findDrop(id);
  return memberMetadata(translator(locale, 'drops')('staff.postpone.go', { count: 0 }));
});

export default pageOrMissing(async function PostponePage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { now, drop } = await findDrop(id);
  const t = translator(locale, 'drops');
  const title = localText(locale, drop.title, drop.titleZh);
  const back = inLocale(locale, paths.staff('drops', id));
  const crumbs = [
    { label: t('staff.title'), href: inLocale(locale, paths.staff('drops')) },
    { label: title, href: back },
    { label: t('staff.postpone.go', { count: 0 }) },
  ];
  const waves = drop.announcedAt && !drop.cancelledAt ? drop.toOpen : [];
  const bound = await countBound(now, { dropId: id });
  const told = (await listAwaiting(now, { dropId: id })).length;
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 pb-16">
      <PageHeader
        className="pb-0!"
        title={t('staff.postpone.title', { title })}
        lead={waves.length > 0 ? t('staff.postpone.lead') : undefined}
        breadcrumbs={<Breadcrumbs label={t('staff.title')} items={crumbs} />}
      />
      {waves.length === 0 ? (
        <Notice tone="warning" action={<ButtonLink href={back}>{t('preview.back')}</ButtonLink>}>
          {t('staff.postpone.none')}
        </Notice>
      ) : (
        <Card className="max-w-3xl">
          <p>{t('staff.postpone.bound', { reserved: bound.reserved, waiting: bound.waiting, codes: bound.codes })}</p>
        </Card>
      )}
      {waves.map((wave) => (
        <Card key={wave.id} as="section" aria-labelledby={`wave-${wave.number}`} className="max-w-3xl">
          <SectionHead id={`wave-${wave.number}`} level={2} title={t('draw.wave', { number: wave.number })} />
          <p className="mb-5 text-muted">
            {t('opensLabel')} <ShopTime at={wave.opensAt} locale={locale} /> · {t('closesLabel')}{' '}
            <ShopTime at={wave.closesAt} locale={locale} />
          </p>
          <PostponeForm dropId={id} wave={wave} told={told} locale={locale} />
        </Card>
      ))}
    </div>
  );
});
