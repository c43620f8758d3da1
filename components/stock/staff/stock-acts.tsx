import type { ReactNode } from 'react';

import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { StockOfVariant } from '@/lib/stock/queries/get-stock';
import type { Location } from '@/lib/stock/queries/places';

import { CountForm } from './count-form';
import { NoPlaceYet } from './no-place-yet';
import { ReceiveForm } from './receive-form';
import { SendForm, ShopForm, WriteOffForm } from './variant-forms';

type Props = { stock: StockOfVariant; places: Location[]; locale: Locale };

/** What staff do with the units of a variant. */
export function StockActs({ stock, places, locale }: Props) {
  const t = translator(locale, 'stock');
  const open = places.filter(({ closedAt }) => closedAt === null);
  const choices = open.map(({ id, name }) => ({ value: id, label: name }));
  const counted = open.flatMap(({ id, name }) => {
    const here = stock.accounts.filter(({ locationId }) => locationId === id);
    const sound = here.filter(({ kind }) => kind !== 'DAMAGED' && kind !== 'IN_TRANSIT');
    return here.length > 0 ? [{ id, name, expected: sound.reduce((sum, { units }) => sum + units, 0) }] : [];
  });
  if (choices.length === 0) return <NoPlaceYet locale={locale} />;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Act name="receive" title={t('receive.title')} lead={t('receive.lead')}>
        <ReceiveForm variantId={stock.id} places={choices} />
      </Act>
      {counted.length > 0 && (
        <Act name="count" title={t('count.title')} lead={t('count.lead')}>
          <div className="grid gap-5">
            {counted.map((place) => (
              <CountForm key={`${place.id} ${place.expected}`} variantId={stock.id} place={place} />
            ))}
          </div>
        </Act>
      )}
      <Act name="send" title={t('send.title')} lead={t('send.lead')}>
        <SendForm variantId={stock.id} places={choices} />
      </Act>
      <Act name="write-off" title={t('writeOff.title')} lead={t('writeOff.lead')}>
        <WriteOffForm variantId={stock.id} places={choices} />
      </Act>
      <Act name="shop" title={t('shopForm.title')}>
        <ShopForm variantId={stock.id} inShop={stock.inShop} lowAt={stock.lowAt} />
      </Act>
    </div>
  );
}

function Act({ name, title, lead, children }: { name: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <Card as="section" aria-labelledby={name}>
      <SectionHead id={name} title={title} lead={lead} />
      {children}
    </Card>
  );
}
