import type { Locale } from '@/lib/core/locale';

import { DateTime } from './date-time';

/** Who saved a version and when, as histories tell it. */
export function SavedBy({ name, at, locale }: { name: string; at: Date; locale: Locale }) {
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-muted">
      <bdi>{name}</bdi>
      <DateTime at={at} locale={locale} format="moment" />
    </p>
  );
}
