import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DiscountTable } from '@/components/discounts/staff/discount-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Plus } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { reading } from '@/lib/core/context';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { listDiscounts } from '@/lib/discounts/queries';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('discounts.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'discounts')('title'));
});

/** What is taken off in the shop, the newest first. */
export default pageOrMissing(async function DiscountsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const read = reading(await enter());
  const after = readMoment((await pageQuery(searchParams)).after);
  const { rows, last } = await listDiscounts(read, { after });
  const t = translator(locale, 'discounts');
  const here = inLocale(locale, paths.staff('discounts'));
  const start = (
    <ButtonLink variant="primary" href={inLocale(locale, paths.staff('discounts', 'new'))} icon={<Plus aria-hidden />}>
      {t('new')}
    </ButtonLink>
  );
  return (
    <div className="page pb-16">
      <PageHeader title={t('title')} lead={t('lead')} actions={rows.length > 0 && start} />
      {rows.length === 0 ? (
        <EmptyState title={t('none')} action={start}>
          {t('noneBody')}
        </EmptyState>
      ) : (
        <DiscountTable rows={rows} now={read.now} locale={locale} home={await homeCurrency()} />
      )}
      <Pagination
        label={t('pages')}
        previous={after ? { href: here, label: t('newest') } : null}
        next={last ? { href: withQuery(here, { after: writeCursor(last.at, last.id) }), label: t('older') } : null}
      />
    </div>
  );
});
