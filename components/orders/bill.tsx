import { Money } from '@/components/ui/money';
import { localText, type Locale } from '@/lib/core/locale';
import type { Bill } from '@/lib/orders/schema';

export type BillWords = {
  goods: string;
  shipping: string;
  tax: string;
  taxIncluded: string;
  total: string;
  credit: string;
  due: string;
};
type Props = {
  bill: Bill | null;
  currency: string;
  locale: Locale;
  home: string;
  words: BillWords;
  /** How much of the total is paid with credit, in minor units. */
  creditMinor?: number;
};

/** Goods, what is taken off, shipping, tax and total, and what of that credit pays; a bill that is not known yet shows its lines without amounts. */
export function BillLines({ bill, currency, locale, home, words, creditMinor = 0 }: Props) {
  const amount = (value: number | undefined) =>
    value === undefined ? (
      <span className="text-muted">–</span>
    ) : (
      <Money amount={value} currency={currency} locale={locale} home={home} />
    );
  const tax = (
    <Line label={bill?.taxIncluded ? words.taxIncluded : words.tax} quiet>
      {amount(bill?.taxMinor)}
    </Line>
  );
  return (
    <dl className="grid gap-2">
      <Line label={words.goods}>{amount(bill?.goodsMinor)}</Line>
      {bill?.discounts.map(({ title, titleZh, amountMinor }, at) => (
        <Line key={at} label={localText(locale, title, titleZh)} saved>
          {amount(-amountMinor)}
        </Line>
      ))}
      <Line label={words.shipping}>{amount(bill?.shippingMinor)}</Line>
      {!bill?.taxIncluded && tax}
      <div className="mt-1 flex items-baseline justify-between gap-4 border-t border-line-strong pt-3">
        <dt className="font-semibold">{words.total}</dt>
        <dd className="font-display text-subheading" aria-live="polite">
          {amount(bill?.totalMinor)}
        </dd>
      </div>
      {bill?.taxIncluded && bill.taxMinor > 0 && tax}
      {bill && creditMinor > 0 && (
        <>
          <Line label={words.credit} saved>
            {amount(-creditMinor)}
          </Line>
          <div className="flex items-baseline justify-between gap-4">
            <dt className="font-semibold">{words.due}</dt>
            <dd className="font-display text-subheading" aria-live="polite">
              {amount(bill.totalMinor - creditMinor)}
            </dd>
          </div>
        </>
      )}
    </dl>
  );
}

type LineProps = {
  label: string;
  quiet?: boolean;
  /** It takes something off. */ saved?: boolean;
  children: React.ReactNode;
};

function Line({ label, quiet, saved, children }: LineProps) {
  const look = quiet ? 'text-sm text-muted' : saved ? 'text-positive' : '';
  return (
    <div className={`flex items-baseline justify-between gap-4 ${look}`}>
      <dt className={look ? 'min-w-0 break-words' : 'text-muted'}>{label}</dt>
      <dd className="shrink-0">{children}</dd>
    </div>
  );
}
