import type { ReactNode } from 'react';

import { Chip } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link';
import type { Facets } from '@/lib/catalog/choices/narrow-shelf';
import { shelfPath, sortsOf, wholeShelf, type PriceBand, type ShelfView } from '@/lib/catalog/choices/shelf-view';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, minorDigits } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';

type Props = { view: ShelfView; facets: Facets; currency: string; locale: Locale };

/** What the shelf is narrowed and ordered by: links, each to an address of its own, so that it works without scripts. */
export function ShelfFacets({ view, facets, currency, locale }: Props) {
  const t = translator(locale, 'catalog');
  const to = (change: Partial<ShelfView>) => inLocale(locale, shelfPath({ ...view, page: 1, ...change }));
  const { kinds, sellings, prices } = facets;
  return (
    <div className="mb-6 grid gap-3 border-y border-line py-4">
      {(kinds.length > 1 || view.kind !== undefined) && (
        <Row label={t('facets.kind')}>
          {kinds.map(({ kind, count }) => (
            <Choice key={kind} isOn={view.kind === kind} on={to({ kind })} off={to({ kind: undefined })} count={count}>
              {kind}
            </Choice>
          ))}
        </Row>
      )}
      {(sellings.length > 1 || view.selling) && (
        <Row label={t('facets.selling')}>
          {sellings.map(({ selling, count }) => (
            <Choice
              key={selling}
              isOn={view.selling === selling}
              on={to({ selling })}
              off={to({ selling: undefined })}
              count={count}
            >
              {t(`facets.sold.${selling}`)}
            </Choice>
          ))}
        </Row>
      )}
      {(prices.length > 1 || view.price) && (
        <Row label={t('facets.price')}>
          {prices.map(({ price, count }) => (
            <Choice
              key={price.from}
              isOn={view.price?.from === price.from}
              on={to({ price })}
              off={to({ price: undefined })}
              count={count}
            >
              {bandWords(price, currency, locale)}
            </Choice>
          ))}
        </Row>
      )}
      <Orders view={view} locale={locale} to={to} />
    </div>
  );
}

type OrdersProps = Pick<Props, 'view' | 'locale'> & { to: (change: Partial<ShelfView>) => string };

function Orders({ view, locale, to }: OrdersProps) {
  const t = translator(locale, 'catalog');
  const chosen = view.kind !== undefined || !!view.selling || !!view.price;
  return (
    <Row label={t('facets.sort')}>
      {sortsOf(view).map((sort) => (
        <Chip key={sort} href={to({ sort })} current={view.sort === sort}>
          {t(`facets.sorts.${sort}`)}
        </Chip>
      ))}
      {chosen && (
        <TextLink
          href={inLocale(locale, shelfPath({ ...wholeShelf(view.collection), sort: view.sort }))}
          className="ms-1 text-sm"
        >
          {t('facets.clear')}
        </TextLink>
      )}
    </Row>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[7rem_minmax(0,1fr)] sm:items-baseline">
      <span aria-hidden className="text-sm font-semibold text-muted">
        {label}
      </span>
      <span className="flex flex-wrap items-center gap-2">{children}</span>
    </nav>
  );
}

type ChoiceProps = { isOn: boolean; on: string; off: string; count: number; children: ReactNode };

// One that is chosen leads back to where it is not.
function Choice({ isOn, on, off, count, children }: ChoiceProps) {
  return (
    <Chip href={isOn ? off : on} current={isOn} count={count}>
      {children}
    </Chip>
  );
}

function bandWords({ from, to }: PriceBand, currency: string, locale: Locale): string {
  const t = translator(locale, 'catalog');
  const money = (units: number) =>
    formatMoney(units * 10 ** minorDigits(currency), currency, locale, currency).replace(/[.,]0+$/, '');
  return from === 0 ? t('facets.under', { to: money(to) }) : t('facets.between', { from: money(from), to: money(to) });
}
