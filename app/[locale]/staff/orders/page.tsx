import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { StaffOrderFilter } from '@/components/orders/staff/staff-order-filter';
import { StaffOrdersTable } from '@/components/orders/staff/staff-orders-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { orderFilterSchema, type OrderFilter } from '@/lib/orders/schema';
import { countAttention, cursorAfter, listOrders, staffOrdersPage } from '@/lib/orders/staff-queries';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('orders.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'orders')('staff.title'));
});

export default pageOrMissing(async function StaffOrdersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const filter = orderFilterSchema.parse(await pageQuery(searchParams));
  const read = reading(actor);
  const [rows, attention] = await Promise.all([listOrders(read, filter), countAttention(read)]);
  const orders = rows.slice(0, staffOrdersPage);
  const t = translator(locale, 'orders');
  const last = rows.length > staffOrdersPage ? orders.at(-1) : undefined;
  return (
    <div className="page pb-16">
      <PageHeader title={t('staff.title')} lead={t('staff.lead')} />
      <StaffOrderFilter filter={filter} attention={attention} locale={locale} />
      {orders.length > 0 ? (
        <StaffOrdersTable orders={orders} locale={locale} />
      ) : (
        <EmptyState title={t('staff.empty')} compact>
          {t('staff.emptyBody')}
        </EmptyState>
      )}
      <Pagination
        label={t('staff.pages')}
        previous={filter.after ? { href: here(locale, filter), label: t('staff.newest') } : null}
        next={last ? { href: here(locale, filter, cursorAfter(last)), label: t('staff.older') } : null}
      />
    </div>
  );
});

function here(locale: Locale, { state, number, attention }: OrderFilter, after?: string): string {
  return withQuery(inLocale(locale, paths.staff('orders')), { state, number, attention, after });
}
