import { OrderItem } from '@/components/orders/order-item';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Fact } from '@/components/ui/fact';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { Warranty } from '@/lib/core/warranty';
import type { Device } from '@/lib/ownership/queries/get-device';
import { paths } from '@/lib/paths';

import { WarrantyWords } from './warranty-words';

type Props = { device: Device; warranty: Warranty | null; repairWarranty: Warranty | null; locale: Locale };

/** What its owner knows a device by: its picture, its numbers, how it came, and its warranty. */
export function DeviceFacts({ device, warranty, repairWarranty, locale }: Props) {
  const t = translator(locale, 'ownership');
  const { product, variant, unit, order, registeredAt } = device;
  return (
    <Card as="section" className="grid gap-5">
      <OrderItem
        item={{ ...product, variant, picture: variant.images[0] ?? product.images[0] }}
        locale={locale}
        level="h2"
      />
      <dl className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
        <Fact className="text-[0.9375rem]" label={t('device.serial')}>
          <span className="font-mono font-semibold break-all">{unit.serial}</span>
        </Fact>
        {unit.identifiers.map(({ kind, value }) => (
          <Fact key={value} label={kind}>
            <span className="font-mono break-all">{value}</span>
          </Fact>
        ))}
        <Fact className="text-[0.9375rem]" label={t('device.since')}>
          <DateTime at={registeredAt} locale={locale} />
          {order && (
            <TextLink href={inLocale(locale, paths.order(order.number))} className="block w-fit">
              {t('device.order', { number: order.number })}
            </TextLink>
          )}
        </Fact>
        <Fact className="text-[0.9375rem]" label={t('device.warranty')}>
          <WarrantyWords warranty={warranty} locale={locale} />
        </Fact>
        {repairWarranty && (
          <Fact className="text-[0.9375rem]" label={t('device.repairWarranty')}>
            <WarrantyWords warranty={repairWarranty} locale={locale} />
          </Fact>
        )}
      </dl>
    </Card>
  );
}
