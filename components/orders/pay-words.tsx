'use client';

import { useTranslations } from 'use-intl';

import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';

type Props = { dueMinor: number | null; creditMinor: number; currency: string; locale: Locale; home: string };

/** What the button of a checkout says: what is left to pay, where that is known. */
export function PayWords({ dueMinor, creditMinor, currency, locale, home }: Props) {
  const t = useTranslations('orders.checkout');
  if (dueMinor === null) return t('payPlain');
  if (dueMinor === 0 && creditMinor > 0) return t('payCredit');
  return t('pay', { total: formatMoney(dueMinor, currency, locale, home) });
}

/** What is said below that button: that its buyer leaves for the payment provider, where there is something left to pay there, and who sells. */
export function PayHints({ leaves, seller }: { leaves: boolean; seller: string }) {
  const t = useTranslations('orders.checkout');
  return (
    <div className="grid gap-1 text-sm text-muted">
      {leaves && (
        <>
          <p>{t('payHint')}</p>
          <p>{t('trust')}</p>
        </>
      )}
      <p>{t('soldBy', { seller })}</p>
    </div>
  );
}
