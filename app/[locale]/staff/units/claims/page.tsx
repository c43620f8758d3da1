import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ClaimTable } from '@/components/ownership/staff/claim-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { listClaims } from '@/lib/ownership/queries/claims';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('ownership.decideClaims');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'ownership')('claims.title'));
});

/** Requests for devices that have to be proved. */
export default pageOrMissing(async function StaffClaimsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const [actor, query] = [await enter(), await pageQuery(searchParams)];
  const decided = query['decided'] === '1';
  const { claims, next } = await listClaims(reading(actor), { decided, after: query['after'] });
  const t = translator(locale, 'ownership');
  const here = inLocale(locale, paths.staff('units', 'claims'));
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 pb-16">
      <PageHeader
        className="mb-0! pb-0!"
        title={t('claims.title')}
        lead={t('claims.lead')}
        breadcrumbs={
          <Breadcrumbs
            label={t('claims.title')}
            items={[
              { label: translator(locale, 'units')('title'), href: inLocale(locale, paths.staff('units')) },
              { label: t('claims.title') },
            ]}
          />
        }
        actions={
          <ButtonLink href={withQuery(here, { decided: decided ? null : '1' })}>
            {decided ? t('claims.toWaiting') : t('claims.toDecided')}
          </ButtonLink>
        }
      />
      <ClaimTable claims={claims} locale={locale} />
      {next && (
        <ButtonLink className="w-fit" href={withQuery(here, { decided: decided ? '1' : null, after: next })}>
          {t('claims.next')}
        </ButtonLink>
      )}
    </div>
  );
});
