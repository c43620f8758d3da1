import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ClaimPictures } from '@/components/ownership/device/claim-pictures';
import { ObjectForm, WithdrawClaim } from '@/components/ownership/device/register-forms';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getOwnClaim, type OwnClaimPage } from '@/lib/ownership/queries/claims';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; id: string }> };

const findClaim = cache(
  async (locale: Locale, id: string) =>
    (await getOwnClaim(reading(await requireMember(locale, paths.owned('claims', id))), { id })) ?? notFound(),
);

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findClaim(locale, id);
  return memberMetadata(translator(locale, 'ownership')('claim.one'));
});

/** A request for a device, for who made it, or for the owner who may object to it. */
export default pageOrMissing(async function OwnClaimPage({ params }: Params) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const claim = await findClaim(locale, id);
  const t = translator(locale, 'ownership');
  const crumbs = [
    { label: translator(locale, 'orders')('owned.title'), href: inLocale(locale, paths.owned()) },
    { label: t('claim.one') },
  ];
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={crumbs} label={t('claim.one')} />}
        title={localText(locale, claim.product.title, claim.product.titleZh)}
        lead={
          <>
            {t('device.serial')} <bdi className="font-mono">{claim.serial}</bdi>
          </>
        }
      />
      <Card className="grid gap-5">
        {claim.mine ? <Mine {...{ claim, locale }} /> : <Against {...{ claim, locale }} />}
      </Card>
    </div>
  );
});

type Props = { claim: OwnClaimPage; locale: Locale };

function Mine({ claim: { id, state, asked, createdAt, movesAt }, locale }: Props) {
  const t = translator(locale, 'ownership');
  const waits = state === 'ASKED' || state === 'ACCEPTED' || state === 'OBJECTED';
  return (
    <>
      <Notice
        tone={state === 'REFUSED' ? 'warning' : state === 'MOVED' ? 'positive' : 'info'}
        title={t(`claim.states.${state}`)}
      >
        {state === 'ACCEPTED' &&
          movesAt &&
          t.rich('claim.until', { day: () => <DateTime at={movesAt} locale={locale} /> })}
        {state === 'REFUSED' && <bdi className="whitespace-pre-line">{asked?.reason}</bdi>}
      </Notice>
      <p className="text-sm text-muted">
        <DateTime at={createdAt} locale={locale} />
      </p>
      <p className="whitespace-pre-line wrap-anywhere">
        <bdi>{asked?.proof}</bdi>
      </p>
      <ClaimPictures pictures={asked?.pictures ?? []} locale={locale} />
      {waits && <WithdrawClaim claimId={id} />}
    </>
  );
}

function Against({ claim: { id, mayObject, movesAt, objection }, locale }: Props) {
  const t = translator(locale, 'ownership');
  return (
    <>
      <Notice tone="warning" title={t('claim.against')}>
        {mayObject && movesAt
          ? t.rich('claim.objectUntil', { day: () => <DateTime at={movesAt} locale={locale} /> })
          : t(objection === '' ? 'claim.noObjection' : 'claim.objected')}
      </Notice>
      {objection !== '' && (
        <p className="whitespace-pre-line wrap-anywhere">
          <bdi>{objection}</bdi>
        </p>
      )}
      {mayObject && <ObjectForm claimId={id} />}
    </>
  );
}
