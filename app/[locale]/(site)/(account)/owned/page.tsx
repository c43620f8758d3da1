import type { Metadata } from 'next';

import { OwnClaims } from '@/components/ownership/device/own-claims';
import { OwnedList } from '@/components/ownership/owned-list';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listOwnClaims } from '@/lib/ownership/queries/claims';
import { listOwned } from '@/lib/ownership/queries/owned';
import { ownReviewsPath } from '@/lib/reviews/choices/review-paths';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'orders')('owned.title'));
}

export default async function OwnedPage({ params }: Params) {
  const locale = await localeOf(params);
  const read = reading(await requireMember(locale, paths.owned()));
  const [owned, claims] = await Promise.all([listOwned(read), listOwnClaims(read)]);
  const t = translator(locale, 'orders');
  const toDrops = (
    <ButtonLink href={inLocale(locale, paths.drops())} variant="primary">
      {t('list.toDrops')}
    </ButtonLink>
  );
  const toReviews = (
    <ButtonLink href={inLocale(locale, ownReviewsPath())}>{translator(locale, 'reviews')('own.title')}</ButtonLink>
  );
  return (
    <div className="page max-w-4xl pb-16">
      <PageHeader
        title={t('owned.title')}
        lead={t('owned.lead')}
        actions={
          <>
            <ButtonLink href={inLocale(locale, paths.owned('register'))}>{t('owned.register')}</ButtonLink>
            <ButtonLink href={inLocale(locale, paths.owned('receive'))}>{t('owned.receive')}</ButtonLink>
            {toReviews}
          </>
        }
      />
      {owned.length > 0 ? (
        <OwnedList owned={owned} locale={locale} />
      ) : (
        <EmptyState title={t('owned.empty')} illustration="owners" action={toDrops}>
          {t('owned.emptyBody')}
        </EmptyState>
      )}
      <OwnClaims claims={claims} locale={locale} />
    </div>
  );
}
