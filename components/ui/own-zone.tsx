'use client';

import { use } from 'react';
import { useTranslations } from 'use-intl';

import type { Locale } from '@/lib/core/locale';

import { ShopZone } from './shop-times';
import { zoneWords } from './time-words';
import { useNow } from './use-now';

/**
 * Says that the times beside it are in the reader's own time zone, and which that is. Its line is kept free for as long as only the server has
 * written it, when the times themselves say UTC.
 */
export function OwnZone({ at, locale }: { at: string; locale: Locale }) {
  const t = useTranslations('ui');
  const now = useNow(3_600_000);
  if (use(ShopZone) !== null) return null;
  return (
    <p className="min-h-5 text-sm text-muted">
      {now !== null && t('ownZone', { zone: zoneWords(Date.parse(at), locale) })}
    </p>
  );
}
