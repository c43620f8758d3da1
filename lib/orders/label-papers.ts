import type { Reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { sellerOf } from '@/lib/core/market';
import { soldBy } from '@/lib/markets/published';
import type { LabelPaper } from '@/lib/outside/pdf/write-labels';

import { addressLines } from './address-lines';
import { labelAddress } from './label-address';
import { shipAddress } from './ship-address';

/** Which labels: one of an order, or the last one of each of several orders. */
export type WantedLabels = { number: string; labelId: string } | { numbers: string[]; bulkId: string };

const shown = {
  ...{ id: true, tracking: true, printed: true, grams: true, address: true, boughtAt: true, state: true },
  order: { select: { number: true, ...shipAddress, soldIn: { select: soldBy } } },
} as const;

/**
 * What stands on labels that were bought, in the order of their orders; their flow has asked for the permission. One whose address was corrected since is
 * named instead: it would lead elsewhere.
 */
export async function readLabelPapers(
  { db }: Pick<Reading, 'db'>,
  { wanted, locale }: { wanted: WantedLabels; locale: Locale },
): Promise<{ papers: LabelPaper[]; stale: string[] }> {
  const numbers = 'numbers' in wanted ? wanted.numbers : [wanted.number];
  const rows = await db.label.findMany({
    where: {
      state: { in: ['BOUGHT', 'USED'] },
      order: { number: { in: numbers } },
      ...('labelId' in wanted && { id: wanted.labelId }),
    },
    orderBy: { id: 'asc' },
    select: shown,
  });
  // The last one of each order stays.
  const byNumber = new Map(rows.map((row) => [row.order.number, row]));
  const found = numbers.flatMap((number) => byNumber.get(number) ?? []);
  const [stale, fit] = [false, true].map((fits) =>
    found.filter(({ address, order }) => (address === labelAddress(order)) === fits),
  );
  return { papers: fit!.map((row) => paperOf(row, locale)), stale: stale!.map(({ order }) => order.number) };
}

type Row = {
  tracking: string;
  printed: string;
  grams: number;
  boughtAt: Date | null;
  order: Parameters<typeof addressLines>[0] & { number: string; shipPhone: string; soldIn: { data: unknown } };
};

function paperOf({ order, tracking, printed, grams, boughtAt }: Row, locale: Locale): LabelPaper {
  const t = translator(locale, 'orders');
  const { name, address } = sellerOf(order.soldIn.data);
  return {
    from: [name, ...address.split('\n')].map((line) => line.trim()).filter(Boolean),
    to: addressLines(order).map(({ text, who }) => ({ text, strong: who })),
    country: countryOn(order.shipCountry, locale),
    phone: order.shipPhone,
    service: printed,
    weight: grams > 0 ? t('staff.label.weight', { kilos: Math.max(0.01, grams / 1000) }) : '',
    words: { from: t('staff.label.from'), to: t('staff.label.to') },
    order: order.number,
    code: tracking || order.number,
    at: boughtAt?.getTime() ?? 0,
    lang: messageLocale(locale),
  };
}

// In English, which the posts of all countries read, and in the language of who sends it.
function countryOn(code: string, locale: Locale): string {
  const named = (language: Locale) =>
    new Intl.DisplayNames([messageLocale(language)], { type: 'region' }).of(code) ?? code;
  const english = named('en').toUpperCase();
  return locale === 'en' ? english : `${named(locale)} ${english}`;
}
