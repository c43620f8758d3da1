import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { cx } from './cx';

export type MoneyProps = {
  amount: number;
  currency: string;
  locale: Locale;
  /** The brand's own currency. */ home: string;
  /** An older, higher price, struck through. */ was?: number;
  className?: string;
};

/** Amounts are in minor units: 12900 USD is $129. */
export function Money({ amount, currency, locale, home, was, className }: MoneyProps) {
  return (
    <span className={cx('numerals whitespace-nowrap', className)}>
      {formatMoney(amount, currency, locale, home).replace(/^-/, '−')}
      {was !== undefined && was > amount && (
        <s className="ms-2 font-normal text-muted">{formatMoney(was, currency, locale, home)}</s>
      )}
    </span>
  );
}
