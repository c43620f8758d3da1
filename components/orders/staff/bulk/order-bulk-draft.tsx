import { DropBulk, StartBulk } from '@/components/staff/list/bulk-forms';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

import type { OrderActOnMany } from './bulk-words';
import { PackingForm } from './packing-form';
import { CarrierField } from './carrier-field';

export type Forecast = { key: string; code: string | null }[];

type Props = { id: string; act: OrderActOnMany; own: boolean; forecast: Forecast; locale: Locale };

const codes = ['not-found', 'done-before', 'money-moves', 'wrong-state', 'bad-line', 'line-twice'] as const;
const named = 8;

/** What will happen to the chosen orders, before it does: how many will be done, and which will be skipped and why. */
export function OrderBulkDraft({ id, act, own, forecast, locale }: Props) {
  const t = translator(locale, 'orders');
  const count = forecast.filter(({ code }) => code === null).length;
  const skipped = codes.flatMap((code) => {
    const keys = forecast.filter((each) => each.code === code).map(({ key }) => key);
    return keys.length > 0 ? [{ code, keys }] : [];
  });
  return (
    <div className="grid gap-6">
      <Card as="section" className="grid gap-5">
        <p className="text-lead">
          {t(`staff.bulk.effect.${act}`, { count })} {count > 0 && act !== 'orders.pack' && t('staff.bulk.final')}
        </p>
        {skipped.length > 0 && (
          <Notice tone="warning" title={t('staff.bulk.skipped')}>
            <ul className="grid gap-1">
              {skipped.map(({ code, keys }) => (
                <li key={code} className="break-words">
                  {t(`staff.bulk.preview.${code}`, { count: keys.length, numbers: some(keys) })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {act === 'orders.pack' && <PackingForm id={id} locale={locale} />}
        {count > 0 && act !== 'orders.pack' && (
          <StartBulk id={id} label={t(`staff.bulk.do.${act}`, { count })}>
            {act === 'orders.ship' && !own && <CarrierField />}
          </StartBulk>
        )}
      </Card>
      <DropBulk id={id} list="orders" locale={locale} />
    </div>
  );
}

const some = (keys: string[]) => keys.slice(0, named).join(', ') + (keys.length > named ? ' …' : '');
