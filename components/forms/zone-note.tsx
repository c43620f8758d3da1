'use client';

import { use } from 'react';
import { useTranslations } from 'use-intl';

import { ShopZone } from '@/components/ui/shop-times';

/** Which time zone the times beside it are in, on pages whose times are the shop's. */
export function ZoneNote() {
  const t = useTranslations('ui.moment');
  const zone = use(ShopZone);
  if (zone === null) return null;
  return <p className="text-sm text-muted">{t(zone === 'UTC' ? 'shopZoneUnset' : 'shopZone', { zone })}</p>;
}

/** The same in a few words, beside times that stand in a line. */
export function ZoneName() {
  const t = useTranslations('ui.moment');
  const zone = use(ShopZone);
  return zone === null ? null : <span>{t('inZone', { zone })}</span>;
}
