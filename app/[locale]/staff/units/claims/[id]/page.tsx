import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ClaimFacts } from '@/components/ownership/staff/claim-facts';
import { DecideClaimForm } from '@/components/ownership/staff/decide-claim-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getClaimToDecide } from '@/lib/ownership/queries/claims';
import { paths } from '@/lib/paths';
import { findBySerial } from '@/lib/units/queries/find-serial';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findClaim = cache(async (id: string) => {
  const actor = await requirePermission('ownership.decideClaims');
  const read = reading(actor);
  return { actor, read, claim: (await getClaimToDecide(read, { id })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { id } = (await decodedParams(params)) ?? notFound();
  return memberMetadata((await findClaim(id)).claim.serial);
});

/** One request for a device, with its proof, and the decision. */
export default pageOrMissing(async function StaffClaimPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { actor, read, claim } = await findClaim(id);
  const unit = await findBySerial(read, claim);
  const t = translator(locale, 'ownership');
  const open = claim.state === 'ASKED' || claim.state === 'OBJECTED' || claim.state === 'ACCEPTED';
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        className="mb-0! pb-0!"
        title={<bdi className="font-mono wrap-anywhere">{claim.serial}</bdi>}
        lead={localText(locale, claim.product.title, claim.product.titleZh)}
        breadcrumbs={
          <Breadcrumbs
            label={t('claims.title')}
            items={[
              { label: translator(locale, 'units')('title'), href: inLocale(locale, paths.staff('units')) },
              { label: t('claims.title'), href: inLocale(locale, paths.staff('units', 'claims')) },
              { label: claim.serial },
            ]}
          />
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <ClaimFacts claim={claim} locale={locale}>
          {unit && may(actor, 'units.read') ? (
            <TextLink href={inLocale(locale, paths.staff('units', unit.id))}>{t('claims.toUnit')}</TextLink>
          ) : (
            t(unit ? 'claims.known' : 'claims.unknown')
          )}
        </ClaimFacts>
        {open && (
          <Card as="section" aria-labelledby="decide">
            <SectionHead id="decide" title={t('claims.decide')} lead={t('claims.decideLead')} />
            <DecideClaimForm key={claim.state} claimId={claim.id} accepted={claim.state === 'ACCEPTED'} />
          </Card>
        )}
      </div>
    </div>
  );
});
