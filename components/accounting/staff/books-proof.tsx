import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { Money } from '@/components/ui/money';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import type { getLastBooksProof, MoneyFault, OpenOrder } from '@/lib/accounting/prove-books';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Shown = { locale: Locale; home: string };
type Props = Shown & { proof: Awaited<ReturnType<typeof getLastBooksProof>> };

/** What the last check of the books found, and what is open with buyers. */
export function BooksProof({ proof, locale, home }: Props) {
  const t = translator(locale, 'accounting');
  const time = () => <DateTime at={proof!.at} locale={locale} format="moment" />;
  return (
    <>
      <Card as="section">
        <SectionHead title={t('proof.title')} />
        {!proof && <p className="text-muted">{t('proof.never')}</p>}
        {proof?.faults.length === 0 && (
          <p>{t.rich('proof.agrees', { orders: proof.orders, count: proof.orders.toLocaleString(locale), time })}</p>
        )}
        {proof && proof.faults.length > 0 && (
          <>
            <Notice tone="danger">{t.rich('proof.faults', { count: proof.faults.length, time })}</Notice>
            <Faults faults={proof.faults} locale={locale} home={home} />
          </>
        )}
      </Card>
      {proof && (
        <Card as="section">
          <SectionHead title={t('open.title')} lead={t('open.lead')} />
          {proof.open.length === 0 ? (
            <p className="text-muted">{t('open.none')}</p>
          ) : (
            <OpenOrders open={proof.open} locale={locale} home={home} />
          )}
        </Card>
      )}
    </>
  );
}

function Faults({ faults, locale, home }: Shown & { faults: MoneyFault[] }) {
  const t = translator(locale, 'accounting');
  return (
    <Table
      caption={t('proof.title')}
      className="mt-4"
      rows={faults}
      rowKey={({ check, orderId, currency }) => `${check} ${orderId} ${currency}`}
      columns={[
        orderColumn(locale),
        { key: 'check', header: t('proof.check'), cell: ({ check }) => t(`proof.checks.${check}`) },
        {
          key: 'booked',
          header: t('proof.booked'),
          align: 'end',
          cell: ({ says, currency }) => <Money amount={says} {...{ currency, locale, home }} />,
        },
        {
          key: 'expected',
          header: t('proof.expected'),
          align: 'end',
          cell: ({ proved, currency }) => <Money amount={proved} {...{ currency, locale, home }} />,
        },
      ]}
    />
  );
}

function OpenOrders({ open, locale, home }: Shown & { open: OpenOrder[] }) {
  const t = translator(locale, 'accounting');
  return (
    <Table
      caption={t('open.title')}
      rows={open}
      rowKey={({ orderId, currency }) => `${orderId} ${currency}`}
      columns={[
        orderColumn(locale),
        {
          key: 'which',
          header: t('entries.what'),
          cell: ({ amountMinor }) => t(amountMinor < 0 ? 'open.owed' : 'open.owes'),
        },
        {
          key: 'amount',
          header: t('entries.amount'),
          align: 'end',
          cell: ({ amountMinor, currency }) => <Money amount={Math.abs(amountMinor)} {...{ currency, locale, home }} />,
        },
      ]}
    />
  );
}

const orderColumn = (locale: Locale) => ({
  key: 'order',
  header: translator(locale, 'accounting')('open.order'),
  cell: ({ number }: { number: string }) =>
    number ? <TextLink href={inLocale(locale, paths.staff('orders', number))}>{number}</TextLink> : '–',
  lead: true,
});
