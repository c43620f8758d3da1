import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { StockHeader } from '@/components/stock/staff/stock-header';
import { StockActs } from '@/components/stock/staff/stock-acts';
import { MovesTable } from '@/components/stock/staff/moves-table';
import { PlacesTable } from '@/components/stock/staff/places-table';
import { TransferCards } from '@/components/stock/staff/transfer-cards';
import { Card, SectionHead } from '@/components/ui/card';
import { Pagination } from '@/components/ui/pagination';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import { localText } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getStock, listMoves } from '@/lib/stock/queries/get-stock';
import { countInLine } from '@/lib/stock/queries/back-in-stock';
import { listLocations, listTransfers } from '@/lib/stock/queries/places';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findStock = cache(async (id: string) => {
  const actor = await requirePermission('stock.read');
  const read = reading(actor);
  return { actor, read, stock: (await getStock(read, { id })) ?? notFound() };
});

type Named = { title: string; titleZh: string; product: { title: string; titleZh: string } };
const nameOf = (locale: 'en' | 'zh', { product, ...variant }: Named) =>
  `${localText(locale, product.title, product.titleZh)} · ${localText(locale, variant.title, variant.titleZh)}`;

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  return memberMetadata(nameOf(locale, (await findStock(id)).stock.variant));
});

/** How a variant stands at each place, what staff may do with it, and every movement. */
export default pageOrMissing(async function StaffVariantStockPage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { actor, read, stock } = await findStock(id);
  const after = readMoment((await pageQuery(searchParams)).after) ?? undefined;
  const [{ moves, more }, places, transfers, inLine] = await Promise.all([
    listMoves(read, { variantId: id, after }),
    listLocations(read, { closed: true }),
    listTransfers(read, { variantId: id }),
    countInLine(read, { variantId: id }),
  ]);
  const t = translator(locale, 'stock');
  const here = inLocale(locale, paths.staff('stock', id));
  const last = moves.at(-1);
  const mayEdit = may(actor, 'stock.edit');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <StockHeader title={nameOf(locale, stock.variant)} lead={stock.variant.sku ?? undefined} locale={locale} />
      <Card as="section" aria-labelledby="places">
        <SectionHead id="places" title={t('places.title')} />
        <PlacesTable accounts={stock.accounts} places={places} locale={locale} />
        {inLine > 0 && <p className="mt-4 text-[0.9375rem] text-muted">{t('inLine', { count: inLine })}</p>}
      </Card>
      {transfers.length > 0 && (
        <section aria-labelledby="transfers">
          <SectionHead id="transfers" title={t('transfers.title')} />
          <TransferCards transfers={transfers} mayEdit={mayEdit} locale={locale} />
        </section>
      )}
      {mayEdit && <StockActs stock={stock} places={places} mayRegister={may(actor, 'units.edit')} locale={locale} />}
      <section aria-labelledby="moves">
        <SectionHead id="moves" title={t('moves.title')} lead={t('moves.lead')} />
        <Card flush>
          <MovesTable moves={moves} locale={locale} />
        </Card>
        <Pagination
          label={t('moves.pages')}
          previous={after ? { href: here, label: t('moves.newest') } : null}
          next={
            more && last
              ? { href: withQuery(here, { after: writeCursor(last.at, last.id) }), label: t('moves.older') }
              : null
          }
        />
      </section>
    </div>
  );
});
