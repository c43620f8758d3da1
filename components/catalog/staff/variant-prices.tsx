import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { Table, type Column } from '@/components/ui/table';
import { priceStory } from '@/lib/catalog/choices/price-story';
import type { PricedVariant } from '@/lib/catalog/queries/product-prices';
import { localText, type Locale } from '@/lib/core/locale';
import { holdsAt } from '@/lib/core/time';
import { translator } from '@/lib/web/i18n';

import { WithdrawPrice } from './withdraw-price';

type Props = { variant: PricedVariant; offeredSince: Date; now: Date; locale: Locale };
type Row = PricedVariant['prices'][number] & {
  stand: 'planned' | 'now' | 'over';
  /** Whether it is what comes after a phase. */
  isAfterPhase: boolean;
};

/** What a variant cost, costs and will cost, the last to begin first, with the lowest price of the 30 days before a reduction. */
export function VariantPrices({ variant, offeredSince, now, locale }: Props) {
  const t = translator(locale, 'catalog');
  const { id, title, titleZh, sku, currency, prices } = variant;
  const { priorMinor } = priceStory(prices, { currency, now, offeredSince });
  const name = localText(locale, title, titleZh);
  return (
    <Card as="section" aria-labelledby={`prices-${id}`}>
      <SectionHead id={`prices-${id}`} title={<bdi>{name}</bdi>} lead={sku ? t('sku', { sku }) : undefined} />
      {priorMinor !== null && (
        <p className="mb-3 text-sm text-muted">
          {t('prices.prior')} <Money amount={priorMinor} currency={currency} home={currency} locale={locale} />
        </p>
      )}
      <Table
        caption={t('prices.of', { name })}
        columns={columnsOf(locale)}
        rows={prices.map((price) => ({
          ...price,
          stand: standOf(price, now),
          isAfterPhase: isAfterPhase(price, prices),
        }))}
        rowKey={(row) => row.id}
      />
    </Card>
  );
}

function standOf(price: { from: Date; until: Date | null }, now: Date): Row['stand'] {
  if (price.from > now) return 'planned';
  return holdsAt(price, now) ? 'now' : 'over';
}

// A regular price that comes after a phase ends with it, not by itself.
function isAfterPhase({ reason, from, currency }: PricedVariant['prices'][number], prices: PricedVariant['prices']) {
  const before = prices.find((each) => each.currency === currency && Number(each.until) === Number(from));
  return reason === 'REGULAR' && before !== undefined && before.reason !== 'REGULAR';
}

const tones = { planned: 'info', now: 'positive', over: 'neutral' } as const;

function columnsOf(locale: Locale): Column<Row>[] {
  const t = translator(locale, 'catalog');
  return [
    {
      key: 'amount',
      header: t('prices.amount'),
      lead: true,
      cell: ({ amountMinor, currency }) => (
        <Money amount={amountMinor} currency={currency} home={currency} locale={locale} />
      ),
    },
    { key: 'reason', header: t('prices.reason'), cell: ({ reason }) => t(`prices.form.reasons.${reason}`) },
    {
      key: 'from',
      header: t('prices.from'),
      // The first price has held since before anybody asked.
      cell: ({ from }) => (+from === 0 ? t('prices.always') : <DateTime at={from} locale={locale} format="moment" />),
    },
    {
      key: 'until',
      header: t('prices.until'),
      cell: ({ until }) => (until ? <DateTime at={until} locale={locale} format="moment" /> : t('prices.open')),
    },
    {
      key: 'stand',
      header: t('prices.stand'),
      cell: ({ stand }) => <Badge tone={tones[stand]}>{t(`prices.stands.${stand}`)}</Badge>,
    },
    {
      key: 'act',
      header: <span className="sr-only">{t('prices.act')}</span>,
      align: 'end',
      cell: ({ id, stand, reason, isAfterPhase: isItsEnd }) =>
        (stand === 'planned' && !isItsEnd) || (stand === 'now' && reason !== 'REGULAR') ? (
          <WithdrawPrice id={id} running={stand === 'now'} />
        ) : null,
    },
  ];
}
