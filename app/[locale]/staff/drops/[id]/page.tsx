import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AddWaveForm } from '@/components/drops/add-wave-form';
import { LiveFigures } from '@/components/drops/live-figures';
import { AddUnitsForm, AnnounceForm, CancelForm } from '@/components/drops/run-drop';
import { LiveDrop, LivePhase } from '@/components/drops/staff/live-drop';
import { NamedCard } from '@/components/drops/staff/named-card';
import { WaveControl } from '@/components/drops/staff/wave-control';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Table } from '@/components/ui/table';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, paths } from '@/lib/core/paths';
import { getDropCounts, getDropForStaff, type StaffDrop } from '@/lib/drops/queries';
import { listVariants } from '@/lib/drops/queries/list-variants';
import { memberMetadata } from '@/lib/web/metadata';
import { requireRole } from '@/lib/web/session';

import { DemandAndCodes } from './demand-and-codes';

type Props = { params: Promise<{ locale: string; id: string }> };
type Part = { drop: StaffDrop; locale: Locale };

const findDrop = cache(async (id: string) => {
  const actor = await requireRole('OPERATIONS');
  return { actor, drop: (await getDropForStaff(reading(actor), { id })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await params) as { locale: Locale; id: string };
  await findDrop(id);
  return memberMetadata(translator(locale, 'drops')('staff.title'));
});

export default pageOrMissing(async function StaffDropPage({ params }: Props) {
  const { locale, id } = (await params) as { locale: Locale; id: string };
  const { actor, drop } = await findDrop(id);
  const counts = await getDropCounts(reading(actor), { id });
  const variants = drop.waves.flatMap((wave) => wave.allotments);
  const label = ({ variant }: (typeof variants)[number]) => localText(locale, variant.title, variant.titleZh);
  const t = translator(locale, 'drops');
  const running = drop.phase !== 'cancelled' && drop.phase !== 'ended';
  const page = (
    <div className="page grid gap-10 pb-16">
      <Head drop={drop} locale={locale} />
      {drop.phase === 'planned' && <AnnounceForm dropId={drop.id} />}
      {drop.cancelReason && <Notice tone="warning">{drop.cancelReason}</Notice>}
      <LiveFigures dropId={drop.id} first={counts} names={Object.fromEntries(variants.map((each) => [each.variant.id, label(each)]))} />
      <WaveControl dropId={drop.id} waves={drop.waves.map(({ id, number }) => ({ id, number }))} />
      <Offered drop={drop} locale={locale} />
      <NamedCard drop={drop} locale={locale} />
      <DemandAndCodes drop={drop} locale={locale} actor={actor} />
      {drop.phase !== 'cancelled' && <AddWaveForm dropId={drop.id} locale={locale} variants={await listVariants(reading(actor), { productId: drop.product.id })} />}
      {running && (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <AddUnitsForm dropId={drop.id} allotments={drop.waves.flatMap(({ number, allotments }) => allotments.map((each) => ({ value: each.id, label: t('ledger.bookName', { wave: number, variant: label(each), channel: t(`channel.${each.channel}`) }) })))} />
          <CancelForm dropId={drop.id} />
        </div>
      )}
    </div>
  );
  // Nobody streams a plan.
  return drop.announcedAt ? <LiveDrop first={drop.state}>{page}</LiveDrop> : page;
});

function Head({ drop, locale }: Part) {
  const t = translator(locale, 'drops');
  const title = localText(locale, drop.title, drop.titleZh);
  const room = paths.staff(`drops/${drop.id}`);
  return (
    <PageHeader
      className="pb-0!"
      title={title}
      breadcrumbs={<Breadcrumbs label={t('staff.title')} items={[{ label: t('staff.title'), href: inLocale(locale, paths.staff('drops')) }, { label: title }]} />}
      meta={drop.wave && (
        <>
          <LivePhase phase={drop.phase} opensAt={drop.wave.opensAt.toISOString()} closesAt={drop.wave.closesAt.toISOString()} />
          <span>{t('opensLabel')} <DateTime at={drop.wave.opensAt} locale={locale} format="moment" /></span>
          <span>{t('closesLabel')} <DateTime at={drop.wave.closesAt} locale={locale} format="moment" /></span>
          {drop.createdBy && <span>{t('staff.by', { name: drop.createdBy.name })}</span>}
        </>
      )}
      actions={
        <>
          <ButtonLink href={inLocale(locale, `${room}/preview`)}>{t('staff.previewLink')}</ButtonLink>
          {drop.announcedAt && <ButtonLink href={inLocale(locale, paths.drop(drop.slug))}>{t('staff.publicLink')}</ButtonLink>}
        </>
      }
    />
  );
}

function Offered({ drop, locale }: Part) {
  const t = translator(locale, 'drops');
  return (
    <section aria-labelledby="offered">
      <SectionHead id="offered" title={t('staff.movements')} />
      <Card flush>
        <Table
          caption={t('staff.movements')}
          rows={drop.movements}
          rowKey={({ allotmentId, seq }) => `${allotmentId} ${seq}`}
          columns={[
            { key: 'variant', header: t('allotment.variant'), lead: true, cell: ({ allotment: { variant } }) => localText(locale, variant.title, variant.titleZh) },
            { key: 'kind', header: t('staff.state'), cell: ({ kind }) => t(`staff.kind.${kind as 'OFFERED' | 'ADDED' | 'CARRIED_IN' | 'CARRIED_OUT'}`) },
            { key: 'at', header: t('staff.when'), cell: ({ at }) => <DateTime at={at} locale={locale} format="moment" /> },
            { key: 'units', header: t('allotment.units'), align: 'end', cell: ({ delta }) => (delta > 0 ? `+${delta}` : `−${-delta}`) },
          ]}
        />
      </Card>
    </section>
  );
}
