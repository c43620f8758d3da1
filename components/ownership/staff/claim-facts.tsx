import type { ReactNode } from 'react';

import { MemberLink } from '@/components/members/member-link';
import { ClaimPictures } from '@/components/ownership/device/claim-pictures';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Fact } from '@/components/ui/fact';
import type { Locale } from '@/lib/core/locale';
import type { ClaimToDecide } from '@/lib/ownership/queries/claims';
import { translator } from '@/lib/web/i18n';

type Props = { claim: ClaimToDecide; locale: Locale; children: ReactNode };

/** What staff read of a request before they decide it; `children` say which device its serial names. */
export function ClaimFacts({ claim, locale, children }: Props) {
  const t = translator(locale, 'ownership');
  const { member, holder, proof, pictures, objection, reason, decidedBy, decidedAt, movesAt, createdAt, state } = claim;
  return (
    <Card as="section" className="grid gap-5">
      <dl className="grid gap-4 sm:grid-cols-2">
        <Fact className="wrap-anywhere" label={t('claims.state')}>
          {t(`claims.states.${state}`)}
        </Fact>
        <Fact className="wrap-anywhere" label={t('claims.member')}>
          <MemberLink member={member} locale={locale} />
        </Fact>
        <Fact className="wrap-anywhere" label={t('claims.since')}>
          <DateTime at={createdAt} locale={locale} format="moment" />
        </Fact>
        <Fact className="wrap-anywhere" label={t('claims.device')}>
          {children}
        </Fact>
        {holder && (
          <Fact className="wrap-anywhere" label={t('claims.holder')}>
            <MemberLink member={holder} locale={locale} />
          </Fact>
        )}
        {movesAt && state === 'ACCEPTED' && (
          <Fact className="wrap-anywhere" label={t('claims.movesAt')}>
            <DateTime at={movesAt} locale={locale} format="moment" />
          </Fact>
        )}
      </dl>
      <Said label={t('claims.proof')} text={proof} />
      <ClaimPictures pictures={pictures} locale={locale} />
      {objection !== '' && <Said label={t('claims.objection')} text={objection} />}
      {decidedAt && <Said label={t('claims.decided', { name: `@${decidedBy?.handle ?? ''}` })} text={reason} />}
    </Card>
  );
}

function Said({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <h2 className="text-sm text-muted">{label}</h2>
      <p className="whitespace-pre-line wrap-anywhere">
        <bdi>{text}</bdi>
      </p>
    </div>
  );
}
