import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { isOrderAct } from '@/components/orders/staff/bulk/bulk-words';
import { OrderBulkDraft } from '@/components/orders/staff/bulk/order-bulk-draft';
import { OrderBulkReport } from '@/components/orders/staff/bulk/order-bulk-report';
import { BulkProgress } from '@/components/staff/list/bulk-progress';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DateTime } from '@/components/ui/date-time';
import { PageHeader } from '@/components/ui/page-header';
import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { bulkKinds } from '@/lib/domains-bulk';
import { getBulk, listBulkKeys, listBulkRows } from '@/lib/lists/queries/bulks';
import { canShip } from '@/lib/orders/policy';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const rowsOnPage = 50;

const findAct = cache(async (id: string) => {
  const actor = await requirePermission('orders.read');
  const bulk = (await getBulk(reading(actor), { id, list: 'orders' })) ?? notFound();
  return { actor, bulk, act: isOrderAct(bulk.act) ? bulk.act : notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  const { bulk, act } = await findAct(id);
  return memberMetadata(translator(locale, 'orders')(`staff.bulk.title.${act}`, { count: bulk.total }));
});

export default pageOrMissing(async function OrderBulkPage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { actor, bulk, act } = await findAct(id);
  const t = translator(locale, 'orders');
  const { startedAt, member } = bulk;
  const here = inLocale(locale, paths.staff('orders', 'bulk', id));
  const { after } = await pageQuery(searchParams);
  return (
    <div className="page pb-16">
      <PageHeader
        title={t(`staff.bulk.title.${act}`, { count: bulk.total })}
        breadcrumbs={<Breadcrumbs label={t('staff.title')} items={crumbs(locale, t(`staff.bulk.names.${act}`))} />}
        meta={
          startedAt && (
            <>
              <bdi>{member.name}</bdi>
              <DateTime at={startedAt} locale={locale} format="moment" />
            </>
          )
        }
      />
      {startedAt ? (
        <div className="grid gap-8">
          <BulkProgress act={bulk} locale={locale} here={here} mayStop={canShip(actor)} />
          <OrderBulkReport act={bulk} {...await readRefused(id, Number(after) || 0)} here={here} locale={locale} />
        </div>
      ) : (
        <OrderBulkDraft
          id={id}
          act={act}
          own={(bulk.input as { own?: true }).own === true}
          forecast={await readForecast(actor, id, act)}
          locale={locale}
        />
      )}
    </div>
  );
});

// What was refused when the file was read stays so; the others are asked now.
async function readForecast(actor: SignedIn, id: string, act: string) {
  const ask = reading(actor);
  const rows = await listBulkKeys(ask, { id });
  const open = rows.flatMap(({ key, code }) => (code === null ? [key] : []));
  const said = new Map((await bulkKinds[act]?.forecast(ask, open))?.map(({ key, code }) => [key, code]));
  return rows.map(({ key, code }) => ({ key, code: code ?? said.get(key) ?? null }));
}

function crumbs(locale: Locale, label: string) {
  return [
    { label: translator(locale, 'orders')('staff.title'), href: inLocale(locale, paths.staff('orders')) },
    { label: translator(locale, 'lists')('bulk.title'), href: inLocale(locale, paths.staff('orders', 'bulk')) },
    { label },
  ];
}

async function readRefused(id: string, after: number) {
  const place = Number.isSafeInteger(after) && after > 0 && after < 1e9 ? after : 0;
  const rows = await listBulkRows(reading(), { id, after: place, size: rowsOnPage + 1, state: 'REFUSED' });
  const more = rows.length > rowsOnPage;
  return { rows: rows.slice(0, rowsOnPage), next: more ? rows[rowsOnPage - 1]!.place : undefined };
}
