import { countryName } from '@/components/orders/address-block';
import { Card, SectionHead } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { Stat, Stats } from '@/components/ui/stat';
import { Table } from '@/components/ui/table';
import type { MonthFigures as Figures } from '@/lib/accounting/choices/month-figures';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

type Props = { figures: Figures; locale: Locale; home: string };

/** What was sold, taxed, paid and given back in a month, in one currency. */
export function MonthFigures({ figures, locale, home }: Props) {
  const t = translator(locale, 'accounting');
  const money = (amount: number) => <Money amount={amount} currency={figures.currency} locale={locale} home={home} />;
  return (
    <>
      <Card as="section">
        <Stats>
          <Stat label={t('figures.sold')} value={money(figures.soldMinor)} hint={t('figures.soldHint')} />
          <Stat
            label={t('figures.takenBack')}
            value={money(figures.takenBackMinor)}
            hint={t('figures.takenBackHint')}
          />
          <Stat label={t('figures.tax')} value={money(figures.taxMinor)} hint={t('figures.taxHint')} />
          <Stat label={t('figures.in')} value={money(figures.inMinor)} />
          <Stat label={t('figures.back')} value={money(figures.backMinor)} />
          {figures.grantedMinor !== 0 && (
            <Stat label={t('figures.granted')} value={money(figures.grantedMinor)} hint={t('figures.grantedHint')} />
          )}
        </Stats>
      </Card>
      {figures.countries.length > 0 && <Countries figures={figures} locale={locale} home={home} />}
      {figures.gateways.length > 0 && <Gateways figures={figures} locale={locale} home={home} />}
    </>
  );
}

function Countries({ figures: { countries, currency }, locale, home }: Props) {
  const t = translator(locale, 'accounting');
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  const money = (amount: number) => <Money amount={amount} currency={currency} locale={locale} home={home} />;
  return (
    <Card as="section">
      <SectionHead title={t('countries.title')} lead={t('countries.lead')} />
      <Table
        caption={t('countries.title')}
        rows={countries}
        rowKey={({ country, taxPpm }) => `${country} ${taxPpm}`}
        columns={[
          {
            key: 'country',
            header: t('countries.country'),
            cell: (row) => countryName(row.country, locale),
            lead: true,
          },
          {
            key: 'rate',
            header: t('countries.rate'),
            cell: (row) => rate.format(row.taxPpm / 1_000_000),
            align: 'end',
          },
          { key: 'net', header: t('countries.net'), cell: (row) => money(row.netMinor), align: 'end' },
          { key: 'tax', header: t('countries.tax'), cell: (row) => money(row.taxMinor), align: 'end' },
        ]}
      />
    </Card>
  );
}

function Gateways({ figures: { gateways, currency }, locale, home }: Props) {
  const t = translator(locale, 'accounting');
  const money = (amount: number) => <Money amount={amount} currency={currency} locale={locale} home={home} />;
  return (
    <Card as="section">
      <SectionHead title={t('gateways.title')} />
      <Table
        caption={t('gateways.title')}
        rows={gateways}
        rowKey={({ provider }) => provider}
        columns={[
          {
            key: 'provider',
            header: t('gateways.provider'),
            cell: (row) => <bdi>{row.provider === 'credit' ? t('gateways.credit') : row.provider}</bdi>,
            lead: true,
          },
          { key: 'in', header: t('gateways.in'), cell: (row) => money(row.inMinor), align: 'end' },
          { key: 'back', header: t('gateways.back'), cell: (row) => money(row.backMinor), align: 'end' },
          { key: 'disputed', header: t('gateways.disputed'), cell: (row) => money(row.disputedMinor), align: 'end' },
        ]}
      />
      <p className="mt-3 text-sm text-muted">{t('gateways.fees')}</p>
    </Card>
  );
}
