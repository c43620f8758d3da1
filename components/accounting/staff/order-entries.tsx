import { DateTime } from '@/components/ui/date-time';
import { Fold } from '@/components/ui/fold';
import { Money } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import type { OrderEntry } from '@/lib/accounting/queries';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

type Props = { entries: readonly OrderEntry[]; locale: Locale; home: string };

/** What is booked of one order, for those who keep the books. */
export function OrderEntries({ entries, locale, home }: Props) {
  const t = translator(locale, 'accounting');
  return (
    <Fold title={t('entries.title')}>
      {entries.length === 0 ? (
        <p className="mt-2 text-sm text-muted">{t('entries.none')}</p>
      ) : (
        <Table
          caption={t('entries.title')}
          className="mt-2"
          rows={[...entries]}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'what',
              header: t('entries.what'),
              cell: ({ cause }) => t(`entries.causes.${cause}`),
              lead: true,
              className: 'sm:whitespace-nowrap',
            },
            {
              key: 'at',
              header: t('entries.at'),
              cell: ({ at }) => <DateTime at={at} locale={locale} format="date" />,
            },
            { key: 'debit', header: t('entries.debit'), cell: ({ toAccount }) => t(`entries.accounts.${toAccount}`) },
            {
              key: 'credit',
              header: t('entries.credit'),
              cell: ({ fromAccount }) => t(`entries.accounts.${fromAccount}`),
            },
            {
              key: 'amount',
              header: t('entries.amount'),
              align: 'end',
              cell: ({ amountMinor, currency }) => <Money amount={amountMinor} {...{ currency, locale, home }} />,
            },
          ]}
        />
      )}
    </Fold>
  );
}
