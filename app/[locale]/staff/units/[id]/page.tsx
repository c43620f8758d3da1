import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { UnitOwners } from '@/components/ownership/staff/unit-owners';
import { UnitRecalls } from '@/components/recalls/staff/unit-recalls';
import { UnitRepairs } from '@/components/repairs/staff/unit-repairs';
import { NoteUnitForm } from '@/components/units/staff/note-unit-form';
import { UnitHistory } from '@/components/units/staff/unit-history';
import { UnitPassport } from '@/components/units/staff/unit-passport';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { listOfUnit, type OfUnit } from '@/lib/ownership/queries/of-unit';
import { paths } from '@/lib/paths';
import { listRecallsOfUnit } from '@/lib/recalls/queries/staff';
import { isOver } from '@/lib/repairs/policy';
import { listRepairsOfUnit } from '@/lib/repairs/queries/staff';
import { passportQr } from '@/lib/units/passport-qr';
import { canMeet, notesFor } from '@/lib/units/policy';
import { getUnit, type UnitToRead } from '@/lib/units/queries/get-unit';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findUnit = cache(async (id: string) => {
  const actor = await requirePermission('units.read');
  return { actor, unit: (await getUnit(reading(actor), { id })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { id } = (await decodedParams(params)) ?? notFound();
  return memberMetadata((await findUnit(id)).unit.serial);
});

/** One device: its numbers, who has it, and its history. */
export default pageOrMissing(async function StaffUnitPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { actor, unit } = await findUnit(id);
  const ofUnit = await listOfUnit(reading(actor), { unitId: unit.id });
  const repairs = await listRepairsOfUnit(reading(actor), { unitId: unit.id });
  const recalls = await listRecallsOfUnit(reading(actor), { unitId: unit.id });
  const t = translator(locale, 'units');
  const { product, ...variant } = unit.variant;
  const kinds = notesFor(unit.state);
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        className="mb-0! pb-0!"
        title={<bdi className="font-mono wrap-anywhere">{unit.serial}</bdi>}
        lead={`${localText(locale, product.title, product.titleZh)} · ${localText(locale, variant.title, variant.titleZh)}`}
        breadcrumbs={
          <Breadcrumbs
            label={t('title')}
            items={[{ label: t('title'), href: inLocale(locale, paths.staff('units')) }, { label: unit.serial }]}
          />
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card as="section" aria-labelledby="history">
          <SectionHead id="history" title={t('one.history')} />
          <UnitHistory unit={unit} locale={locale} />
        </Card>
        <div className="grid gap-6">
          <Hand unit={unit} locale={locale} />
          <UnitOwners of={ofUnit} mayDecide={may(actor, 'ownership.decideClaims')} locale={locale} />
          <UnitRecalls rows={recalls} locale={locale} />
          <UnitRepairs
            unitId={unit.id}
            rows={repairs}
            canOpen={may(actor, 'repairs.handle') && mayOpen(unit, ofUnit, repairs)}
            locale={locale}
          />
          <UnitPassport unit={unit} qr={passportQr(unit.passport)} locale={locale} />
          {may(actor, 'units.edit') && (
            <Card as="section" aria-labelledby="note">
              <SectionHead id="note" title={t('one.note')} lead={t('one.noteLead')} />
              {kinds.length > 0 ? (
                <NoteUnitForm key={unit.seq} unitId={unit.id} shown={unit.seq} kinds={kinds} />
              ) : (
                <p className="text-muted">{t('one.final')}</p>
              )}
            </Card>
          )}
        </div>
      </div>
    </div>
  );
});

type Repairs = Awaited<ReturnType<typeof listRepairsOfUnit>>;

// It is somebody's, it may go to the workshop, and no repair of it is under way.
const mayOpen = ({ state }: UnitToRead, { owners }: OfUnit, repairs: Repairs): boolean =>
  canMeet(state, 'IN_REPAIR') &&
  owners.some(({ endedAt }) => endedAt === null) &&
  repairs.every((repair) => isOver(repair.state));

function Hand({ unit: { holdings, identifiers }, locale }: { unit: UnitToRead; locale: Locale }) {
  const t = translator(locale, 'units');
  const [hand] = holdings;
  return (
    <Card as="section" className="grid gap-4">
      <div>
        <h2 className="text-subheading font-semibold">{t('one.hand')}</h2>
        {!hand && <p className="text-muted">{t('one.nobody')}</p>}
        {hand?.member && (
          <p className="wrap-anywhere">
            {hand.member.handle ? (
              <TextLink href={inLocale(locale, paths.staff('members', hand.member.handle))}>
                <bdi>{hand.member.name}</bdi>
              </TextLink>
            ) : (
              <bdi>{hand.member.name}</bdi>
            )}
          </p>
        )}
        {hand?.location && <bdi>{hand.location.name}</bdi>}
        {hand && (
          <p className="text-sm text-muted">
            <DateTime at={hand.from} locale={locale} />
          </p>
        )}
      </div>
      {identifiers.length > 0 && (
        <dl className="grid gap-1">
          {identifiers.map(({ kind, value }) => (
            <div key={value} className="flex flex-wrap justify-between gap-x-4">
              <dt className="text-muted">{kind}</dt>
              <dd className="font-mono break-all">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
