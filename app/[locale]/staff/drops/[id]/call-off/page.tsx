import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CallOffView } from '@/components/drops/staff/call-off-view';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getDropForStaff } from '@/lib/drops/queries';
import { previewCallingOff } from '@/lib/flows/drops/calling-off';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findDrop = cache(async (id: string) => {
  const actor = await requirePermission('drops.run');
  return { actor, drop: (await getDropForStaff(reading(actor), { id })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findDrop(id);
  return memberMetadata(translator(locale, 'drops')('staff.cancelTitle'));
});

export default pageOrMissing(async function CallOffPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { actor, drop } = await findDrop(id);
  const t = translator(locale, 'drops');
  const now = reading(actor);
  const title = localText(locale, drop.title, drop.titleZh);
  const crumbs = [
    { label: t('staff.title'), href: inLocale(locale, paths.staff('drops')) },
    { label: title, href: inLocale(locale, paths.staff('drops', id)) },
    { label: t('staff.cancelTitle') },
  ];
  const selling = ['opening', 'open', 'sold-out', 'paused'].includes(drop.phase);
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('staff.callOff.title', { title })}
        breadcrumbs={<Breadcrumbs label={t('staff.title')} items={crumbs} />}
      />
      {drop.phase === 'cancelled' ? (
        <Notice tone="warning" title={t('cancelledTitle')}>
          {drop.cancelReason}
        </Notice>
      ) : (
        <CallOffView
          dropId={id}
          effects={await previewCallingOff(now, { dropId: id })}
          at={now.now}
          planned={drop.phase === 'planned'}
          selling={selling && drop.phase !== 'paused'}
          locale={locale}
        />
      )}
    </div>
  );
});
