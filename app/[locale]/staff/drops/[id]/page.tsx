import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AddWaveForm } from '@/components/drops/staff/add-wave-form';
import { LiveFigures } from '@/components/drops/live-figures';
import { AddUnitsForm, AnnounceForm } from '@/components/drops/run-drop';
import { DropHead } from '@/components/drops/staff/drop-head';
import { LiveBar } from '@/components/drops/staff/live-bar';
import { LiveCounts } from '@/components/drops/staff/live-counts';
import { LiveDrop } from '@/components/drops/staff/live-drop';
import { NamedCard } from '@/components/drops/staff/named-card';
import { OfferedCard } from '@/components/drops/staff/offered-card';
import { PlanCard } from '@/components/drops/staff/plan-card';
import { SentOrders } from '@/components/drops/staff/sent-orders';
import { WaveControl } from '@/components/drops/staff/wave-control';
import { Notice } from '@/components/ui/notice';
import type { Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { currentOpening } from '@/lib/core/opening';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { getDropCounts, getDropForStaff, type StaffDrop } from '@/lib/drops/queries';
import { listVariants } from '@/lib/catalog/offerable';
import { listSentOfDrop } from '@/lib/orders/of-drop';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

import { DemandAndCodes } from './demand-and-codes';

type Props = { params: Promise<{ locale: string; id: string }> };

const findDrop = cache(async (id: string) => {
  const actor = await requirePermission('drops.run');
  return { actor, drop: (await getDropForStaff(reading(actor), { id })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findDrop(id);
  return memberMetadata(translator(locale, 'drops')('staff.title'));
});

export default pageOrMissing(async function StaffDropPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { actor, drop } = await findDrop(id);
  const read = reading(actor);
  const { now } = read;
  const counts = await getDropCounts(read, { id });
  const variants = drop.waves.flatMap((wave) => wave.allotments);
  const label = ({ variant }: (typeof variants)[number]) => localText(locale, variant.title, variant.titleZh);
  const t = translator(locale, 'drops');
  const running = drop.phase !== 'cancelled' && drop.phase !== 'ended';
  const waves = drop.waves.map(({ id: waveId, number }) => ({ id: waveId, number }));
  const sent = drop.phase === 'cancelled' ? await listSentOfDrop(reading(actor), { dropId: id }) : [];
  const page = (
    <LiveCounts dropId={drop.id} first={counts}>
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-10 pb-16">
        <DropHead drop={drop} locale={locale} />
        {drop.phase === 'planned' && <Announce drop={drop} />}
        {drop.cancelReason && (
          <Notice tone="warning" title={t('cancelledTitle')}>
            {drop.cancelReason}
          </Notice>
        )}
        <SentOrders orders={sent} locale={locale} />
        {drop.phase !== 'planned' && (
          <LiveFigures
            slug={drop.slug}
            names={Object.fromEntries(variants.map((each) => [each.variant.id, label(each)]))}
            locale={locale}
          />
        )}
        <PlanCard drop={drop} locale={locale} now={now} />
        <WaveControl dropId={drop.id} waves={waves} />
        {running && (
          <AddUnitsForm
            dropId={drop.id}
            planned={drop.phase === 'planned'}
            allotments={drop.waves.flatMap(({ number, allotments }) =>
              allotments.map((each) => ({
                value: each.id,
                label: t('ledger.bookName', {
                  wave: number,
                  variant: label(each),
                  channel: t(`channel.${each.channel}`),
                }),
              })),
            )}
          />
        )}
        <OfferedCard drop={drop} locale={locale} />
        <NamedCard drop={drop} locale={locale} />
        <DemandAndCodes drop={drop} locale={locale} actor={actor} />
        {drop.phase !== 'cancelled' && <FurtherWave drop={drop} locale={locale} actor={actor} />}
        <LiveBar dropId={drop.id} waves={waves} pauseReason={drop.pauseReason} />
      </div>
    </LiveCounts>
  );
  // Nobody streams a plan.
  return drop.announcedAt ? <LiveDrop first={drop.state}>{page}</LiveDrop> : page;
});

async function Announce({ drop }: { drop: StaffDrop }) {
  const { open } = await currentOpening();
  const units = drop.waves.flatMap(({ allotments }) => allotments).reduce((sum, { units: each }) => sum + each, 0);
  return <AnnounceForm dropId={drop.id} version={drop.version} units={units} closed={!open} />;
}

type OfDrop = { drop: StaffDrop; locale: Locale; actor: Actor };

async function FurtherWave({ drop, locale, actor }: OfDrop) {
  const variants = await listVariants(reading(actor), { productId: drop.product.id });
  return <AddWaveForm dropId={drop.id} locale={locale} variants={variants} />;
}
