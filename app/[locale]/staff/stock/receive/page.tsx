import { randomUUID } from 'node:crypto';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { StockHeader } from '@/components/stock/staff/stock-header';
import { NoPlaceYet } from '@/components/stock/staff/no-place-yet';
import { ReceiveForm } from '@/components/stock/staff/receive-form';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/text-field';
import { reading } from '@/lib/core/context';
import { firstOf } from '@/lib/core/fields';
import { localText, type Locale } from '@/lib/core/locale';
import { mostOfSearch } from '@/lib/core/list';
import { listReceivable } from '@/lib/stock/queries/get-stock';
import { listLocations } from '@/lib/stock/queries/places';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('stock.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'stock')('receive.newTitle'));
});

/** Takes in units of any variant; one that comes for the first time is counted from then on. */
export default pageOrMissing(async function ReceivePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const read = reading(await enter());
  const q = firstOf((await pageQuery(searchParams)).q ?? '', mostOfSearch);
  const [found, places] = await Promise.all([listReceivable(read, { q }), listLocations(read)]);
  const t = translator(locale, 'stock');
  const variants = found.map(({ id, title, titleZh, product, productZh, sku, counted }) => {
    const parts = [localText(locale, product, productZh), localText(locale, title, titleZh), sku];
    const label = parts.filter(Boolean).join(' · ');
    return { value: id, label: counted ? label : t('receive.first', { label }) };
  });
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 pb-16">
      <StockHeader title={t('receive.newTitle')} lead={t('receive.newLead')} locale={locale} />
      {places.length === 0 ? (
        <NoPlaceYet locale={locale} />
      ) : (
        <>
          <form role="search" className="flex max-w-3xl flex-wrap items-end gap-3">
            <TextField
              id="q"
              name="q"
              type="search"
              label={t('receive.find')}
              defaultValue={q}
              maxLength={mostOfSearch}
              className="min-w-0 flex-1"
            />
            <Button type="submit">{t('receive.findButton')}</Button>
          </form>
          {variants.length === 0 ? (
            <p className="text-muted">{t('receive.noneFound')}</p>
          ) : (
            <Card as="section" className="max-w-3xl" aria-label={t('receive.title')}>
              <ReceiveForm
                variants={variants}
                places={places.map(({ id, name }) => ({ value: id, label: name }))}
                once={randomUUID()}
              />
            </Card>
          )}
        </>
      )}
    </div>
  );
});
