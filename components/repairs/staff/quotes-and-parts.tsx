import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { pieces } from '@/lib/orders/choices/item-words';
import type { StaffRepair } from '@/lib/repairs/queries/staff';

import { deviceTitle } from '../device-title';

type Props = { found: StaffRepair; money: (minor: number) => string; locale: Locale };

/** What a repair costs, in all its versions, and the parts that were fitted. */
export function QuotesAndParts({ found: { quotes, parts }, money, locale }: Props) {
  const t = translator(locale, 'repairs');
  return (
    <>
      {quotes.length > 0 && (
        <Card as="section">
          <SectionHead title={t('costs')} />
          <ul className="grid gap-4">
            {quotes.map(({ version, amountMinor, text, uncovered, state, createdAt, by }) => (
              <li key={version} className="grid gap-1">
                <span className="flex flex-wrap justify-between gap-x-4">
                  <strong>{amountMinor === 0 ? t('free') : money(amountMinor)}</strong>
                  <span className="text-sm text-muted">
                    {t('staff.version', { version })} · {t(`quoteStates.${state}`)}
                  </span>
                </span>
                <span dir="auto" className="break-words whitespace-pre-line">
                  {[text, uncovered].filter(Boolean).join('\n')}
                </span>
                <span className="text-sm text-muted">
                  <DateTime at={createdAt} locale={locale} format="moment" /> {by && <bdi>{by.name}</bdi>}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {parts.length > 0 && (
        <Card as="section">
          <SectionHead title={t('staff.parts')} />
          <ul className="grid gap-2">
            {parts.map(({ id, quantity, variant, location }) => (
              <li key={id} className="flex flex-wrap justify-between gap-x-4">
                <span className="break-words">{pieces(quantity, deviceTitle({ variant }, locale))}</span>
                <span className="text-sm text-muted">{location ? <bdi>{location.name}</bdi> : t('staff.noStock')}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
