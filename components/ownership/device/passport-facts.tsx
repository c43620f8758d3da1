import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Warranty } from '@/lib/core/warranty';
import type { KindForOwners } from '@/lib/units/published';
import type { Passport } from '@/lib/units/queries/get-passport';

import { WarrantyWords } from './warranty-words';

type Props = { passport: Passport; warranty: Warranty | null; locale: Locale };

/** What everybody with the box reads of a device: the end of its serial, its warranty, repairs and recalls. */
export function PassportFacts({ passport: { serial, events }, warranty, locale }: Props) {
  const t = translator(locale, 'ownership');
  return (
    <dl className="grid gap-4 border-t border-line pt-4 sm:grid-cols-3">
      <div>
        <dt className="text-sm text-muted">{t('device.serial')}</dt>
        <dd className="font-mono">{serial}</dd>
      </div>
      <div>
        <dt className="text-sm text-muted">{t('device.warranty')}</dt>
        <dd>
          <WarrantyWords warranty={warranty} locale={locale} />
        </dd>
      </div>
      <div>
        <dt className="text-sm text-muted">{t('passport.facts')}</dt>
        {events.length === 0 && <dd className="text-muted">{t('passport.noFacts')}</dd>}
        {events.map(({ seq, kind, at }) => (
          <dd key={seq}>
            {t(`history.kinds.${kind as KindForOwners}`)} · <DateTime at={at} locale={locale} />
          </dd>
        ))}
      </div>
    </dl>
  );
}
