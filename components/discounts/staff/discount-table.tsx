import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { ShopTime } from '@/components/forms/shop-time';
import { Table } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { standOf } from '@/lib/discounts/policy';
import type { DiscountRow } from '@/lib/discounts/queries';
import { paths } from '@/lib/paths';

import { DiscountState } from './discount-state';

type Props = { rows: DiscountRow[]; now: Date; locale: Locale; home: string };

/** Discounts with what they take off, how they stand, and how many orders have them. */
export function DiscountTable({ rows, now, locale, home }: Props) {
  const t = translator(locale, 'discounts');
  return (
    <Card flush>
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: t('columns.name'), lead: true, cell: (row) => <Name row={row} locale={locale} /> },
          { key: 'off', header: t('columns.off'), cell: (row) => offWords(row, locale, home) },
          {
            key: 'state',
            header: t('columns.state'),
            cell: (row) => <DiscountState stand={standOf(row, now)} locale={locale} />,
          },
          { key: 'when', header: t('columns.when'), cell: (row) => <When row={row} locale={locale} /> },
          {
            key: 'uses',
            header: t('columns.uses'),
            align: 'end',
            cell: ({ _count: { uses }, mostUses }) =>
              mostUses === null ? uses : t('usesOf', { used: uses, most: mostUses }),
          },
        ]}
      />
    </Card>
  );
}

function Name({ row: { id, title, titleZh, code }, locale }: { row: DiscountRow; locale: Locale }) {
  return (
    <span className="grid">
      <TextLink href={inLocale(locale, paths.staff('discounts', id))}>{localText(locale, title, titleZh)}</TextLink>
      <span className="text-sm text-muted">
        {code === null ? translator(locale, 'discounts')('automatic') : <bdi className="font-mono">{code}</bdi>}
      </span>
    </span>
  );
}

function When({ row: { startsAt, endsAt }, locale }: { row: DiscountRow; locale: Locale }) {
  const t = translator(locale, 'discounts');
  return (
    <span className="grid text-sm">
      <span>{t.rich('from', { time: () => <ShopTime at={startsAt} locale={locale} /> })}</span>
      {endsAt && <span>{t.rich('until', { time: () => <ShopTime at={endsAt} locale={locale} /> })}</span>}
    </span>
  );
}

function offWords(row: DiscountRow, locale: Locale, home: string): string {
  const { kind, percent, amountMinor, currency, buyPieces, getPieces } = row;
  return translator(locale, 'discounts')(`off.${kind}`, {
    percent: percent ?? 100,
    amount: formatMoney(amountMinor ?? 0, currency, locale, home),
    buy: buyPieces ?? 0,
    get: getPieces ?? 0,
  });
}
