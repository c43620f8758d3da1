import { Money } from '@/components/ui/money';
import type { Together } from '@/lib/cart/choices/together';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import type { CartDiscounts } from '@/lib/discounts/queries';

type Props = { goods: Together; given: CartDiscounts['given']; locale: Locale; home: string };

/** What the goods of a cart come to, what is taken off, and what is left. */
export function CartSum({ goods: { amounts, currency }, given, locale, home }: Props) {
  const t = translator(locale, 'cart');
  const all = amounts.reduce((sum, each) => sum + each, 0);
  const off = given.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const money = (amount: number, className?: string) => <Money {...{ amount, currency, locale, home, className }} />;
  const big = 'font-display text-subheading';
  return (
    <dl className="grid gap-2">
      <div className="flex items-baseline justify-between gap-4">
        <dt className={given.length > 0 ? 'text-muted' : 'font-semibold'}>{t('goods')}</dt>
        <dd>{money(all, given.length > 0 ? undefined : big)}</dd>
      </div>
      {given.map(({ rule: { id, title, titleZh, kind }, amountMinor }) => (
        <div key={id} className="flex items-baseline justify-between gap-4 text-positive">
          <dt className="min-w-0 break-words">{localText(locale, title, titleZh)}</dt>
          <dd className="shrink-0">{kind === 'SHIPPING' ? t('discounts.freeShipping') : money(-amountMinor)}</dd>
        </div>
      ))}
      {given.length > 0 && (
        <div className="mt-1 flex items-baseline justify-between gap-4 border-t border-line-strong pt-3">
          <dt className="font-semibold">{t('discounts.left')}</dt>
          <dd>{money(all - off, big)}</dd>
        </div>
      )}
    </dl>
  );
}
