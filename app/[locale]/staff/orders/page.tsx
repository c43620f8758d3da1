import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { orderColumns } from '@/components/orders/staff/order-columns';
import { orderChoice } from '@/components/orders/staff/order-choice';
import { orderListWords } from '@/components/orders/staff/order-list-view';
import { ListHead } from '@/components/staff/list/list-head';
import { builtInTabs } from '@/components/staff/list/built-in-tabs';
import { ListRows } from '@/components/staff/list/list-rows';
import { ButtonLink } from '@/components/ui/button';
import { PackageOpen } from 'lucide-react';
import { ListChecks, Truck } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { may, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import { shopZone } from '@/lib/core/current-market';
import { readList } from '@/lib/core/list';
import { countViews } from '@/lib/core/list-views';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { listDropNames } from '@/lib/drops/queries/drop-names';
import { getColumns } from '@/lib/lists/queries';
import { listViews } from '@/lib/lists/queries/views';
import { searchOrders } from '@/lib/orders/commands';
import { orderList } from '@/lib/orders/list';
import { countAttention, listOrders } from '@/lib/orders/list-orders';
import { paths } from '@/lib/paths';
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
  const { currency: home } = await currentBrand();
  const zone = await shopZone();
  const { rows, drops, counts, now, ...found } = await read(actor, await pageQuery(searchParams), { home, zone });
  const t = translator(locale, 'orders');
  const here = inLocale(locale, paths.staff('orders'));
  const currencies = [...new Set([home, found.asked.filters.currency ?? home])];
  const mayExport = may(actor, 'orders.export');
  const view = {
    ...{ locale, list: orderList, here, mayExport, ...found, ...orderListWords(locale, drops, currencies) },
    tabs: builtInTabs(orderList, { now, zone, counts, label: (name) => t(`staff.views.${name}`) }),
  };
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('staff.title')}
        lead={t('staff.lead')}
        actions={<OrderLinks locale={locale} mayShip={may(actor, 'orders.ship')} />}
      />
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('staff.title')}
        rows={rows}
        columns={orderColumns(locale, home)}
        choice={orderChoice(locale, { ship: may(actor, 'orders.ship'), export: mayExport })}
        empty={
          <EmptyState
            title={t('staff.noneYet')}
            action={<ButtonLink href={inLocale(locale, paths.staff('drops', 'new'))}>{t('staff.planDrop')}</ButtonLink>}
          >
            {t('staff.noneYetBody')}
          </EmptyState>
        }
      />
    </div>
  );
});

function OrderLinks({ locale, mayShip }: { locale: Locale; mayShip: boolean }) {
  const to = (part: string) => inLocale(locale, paths.staff('orders', part));
  return (
    <>
      {mayShip && (
        <ButtonLink href={to('packing')} icon={<PackageOpen aria-hidden />}>
          {translator(locale, 'orders')('staff.packing.title')}
        </ButtonLink>
      )}
      {mayShip && (
        <ButtonLink href={to('tracking')} icon={<Truck aria-hidden />}>
          {translator(locale, 'orders')('staff.trackingImport.title')}
        </ButtonLink>
      )}
      <ButtonLink href={to('bulk')} icon={<ListChecks aria-hidden />}>
        {translator(locale, 'lists')('bulk.title')}
      </ButtonLink>
    </>
  );
}

async function read(
  actor: SignedIn,
  query: Record<string, string | undefined>,
  { home, zone }: { home: string; zone: string },
) {
  const asked = readList(orderList, query);
  if (orderList.sorts[asked.sort].by === orderList.sorts.highest.by) asked.filters.currency ??= home;
  const searched = asked.q ? await transact(searchOrders)(actor, { q: asked.q }) : undefined;
  const ask = reading(actor);
  const [{ rows, page, cut }, attention, counted, drops, shown, views] = await Promise.all([
    listOrders(ask, { asked, zone, searched }),
    asked.q ? undefined : countAttention(ask),
    asked.q ? {} : countViews(orderList, { db: ask.db, now: ask.now, zone }),
    listDropNames(ask, { also: asked.filters.drop }),
    getColumns(ask, { list: orderList }),
    listViews(ask, { list: orderList.name }),
  ]);
  const counts = { ...counted, ...(attention !== undefined && { attention }) };
  return { asked, rows, page, cut, counts, now: ask.now, drops, shown, views };
}
