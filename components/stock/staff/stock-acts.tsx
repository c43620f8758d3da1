import { randomUUID } from 'node:crypto';

import type { ReactNode } from 'react';

import { Card } from '@/components/ui/card';
import { ChevronDown } from '@/components/ui/icons';
import { ReceiveSerialsForm } from '@/components/units/staff/receive-serials-form';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { StockOfVariant } from '@/lib/stock/queries/get-stock';
import type { Location } from '@/lib/stock/queries/places';

import { CountForm } from './count-form';
import { NoPlaceYet } from './no-place-yet';
import { ReceiveForm } from './receive-form';
import { SendForm, ShopForm, WriteOffForm } from './variant-forms';

type Props = { stock: StockOfVariant; places: Location[]; mayRegister: boolean; locale: Locale };

/** What staff do with the units of a variant. */
export function StockActs({ stock, places, mayRegister, locale }: Props) {
  const t = translator(locale, 'stock');
  const units = translator(locale, 'units');
  const once = randomUUID();
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
      <Act open title={t('receive.title')} lead={t('receive.lead')}>
        <ReceiveForm variantId={stock.id} places={choices} once={once} />
      </Act>
      {counted.length > 0 && (
        <Act title={t('count.title')} lead={t('count.lead')}>
          <div className="grid gap-5">
            {counted.map((place) => (
              <CountForm key={`${place.id} ${place.expected}`} variantId={stock.id} place={place} />
            ))}
          </div>
        </Act>
      )}
      <Act title={t('send.title')} lead={t('send.lead')}>
        <SendForm variantId={stock.id} places={choices} once={once} />
      </Act>
      <Act title={t('writeOff.title')} lead={t('writeOff.lead')}>
        <WriteOffForm variantId={stock.id} places={choices} once={once} />
      </Act>
      {mayRegister && (
        <Act title={units('receive.title')} lead={units('receive.lead')}>
          <ReceiveSerialsForm variantId={stock.id} />
        </Act>
      )}
      <Act title={t('shopForm.title')}>
        <ShopForm variantId={stock.id} inShop={stock.inShop} lowAt={stock.lowAt} />
      </Act>
    </div>
  );
}

/** Each is a fold of its own, so that the movements are near on a phone. */
function Act({ title, lead, open, children }: { title: string; lead?: string; open?: boolean; children: ReactNode }) {
  return (
    <Card as="section">
      <details open={open} className="group">
        <summary className="touch flex cursor-pointer items-center justify-between gap-3 text-subheading font-semibold">
          {title}
          <ChevronDown aria-hidden className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180" />
        </summary>
        <div className="mt-2 grid gap-5">
          {lead && <p className="text-[0.9375rem] text-muted">{lead}</p>}
          {children}
        </div>
      </details>
    </Card>
  );
}
