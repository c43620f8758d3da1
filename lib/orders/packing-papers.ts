import type { Reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { sellerOf } from '@/lib/core/market';
import { dayInZone } from '@/lib/core/zoned-time';
import { codedName } from '@/lib/catalog/published';
import { soldBy } from '@/lib/markets/published';
import type { Paper, Row } from '@/lib/outside/pdf/write-pdf';

import { addressLines } from './address-lines';
import { unsentOf } from './choices/parcels';
import { pickRows, type ToPick } from './choices/pick-rows';
import { parcelLines } from './fill-parcel';
import { lineTitle } from './line-title';
import { shipAddress } from './ship-address';

type Db = Pick<Reading, 'db'>;

const packed = {
  ...{ number: true, locale: true, ...shipAddress, soldIn: { select: soldBy } },
  lines: {
    orderBy: { position: 'asc' },
    select: { id: true, variantId: true, title: true, quantity: true, variant: { select: codedName } },
  },
  shipments: { select: { deliveredAt: true, lines: parcelLines } },
} as const;

/** What is to be packed of some orders, in the order of their numbers. */
async function readPacked({ db }: Db, numbers: readonly string[]) {
  const rows = await db.order.findMany({ where: { number: { in: [...numbers] } }, select: packed });
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
type Packed = Awaited<ReturnType<typeof readPacked>>[number];

/** The pieces of an order that go into its next parcel; all of one that was sent wholly. */
function toPack(order: Packed, locale: Locale): ToPick[] {
  const unsent = new Map(unsentOf(order).map(({ lineId, units }) => [lineId, units]));
  return order.lines.flatMap((line) => {
    const units = unsent.size > 0 ? (unsent.get(line.id) ?? 0) : line.quantity;
    const of = { lineId: line.id, variantId: line.variantId, title: lineTitle(locale, line) };
    return units > 0 ? [{ ...of, sku: line.variant.sku ?? '', units }] : [];
  });
}

type Printed = { numbers: readonly string[]; now: Date; zone: string };

/** The slips that lie in parcels, each in the language of its order; the flow has asked who may read addresses. */
export async function slipPapers(db: Db, { numbers, now, zone }: Printed): Promise<Paper[]> {
  return (await readPacked(db, numbers)).map((order) => {
    const locale: Locale = order.locale === 'zh' ? 'zh' : 'en';
    const t = translator(locale, 'orders');
    const { name, address } = sellerOf(order.soldIn.data);
    const country = new Intl.DisplayNames([messageLocale(locale)], { type: 'region' }).of(order.shipCountry);
    const items = toPack(order, locale);
    const whole = order.lines.every(({ id, quantity }) =>
      items.some(({ lineId, units }) => lineId === id && units === quantity),
    );
    return {
      ...{ title: t('staff.paper.slip', { number: order.number }), author: name, at: now.getTime() },
      lang: messageLocale(locale),
      from: [name, ...address.split('\n')].map((line) => line.trim()).filter(Boolean),
      to: [...addressLines(order).map(({ text }) => text), country ?? order.shipCountry],
      facts: [
        [t('staff.paper.order'), order.number],
        [t('staff.paper.date'), dayInZone(zone, now)],
      ],
      head: { text: t('staff.paper.item'), cells: [t('staff.paper.pieces')], strong: true },
      rows: items.map(rowOf),
      totals: [],
      foot: [...(whole ? [] : [t('staff.paper.rest')]), t('staff.paper.thanks')],
    };
  });
}

/** The variants that some orders want, of which lines and how many, of those that were sent wholly all; nothing of who bought them. */
export async function listToPick(
  db: Db,
  { numbers, locale }: { numbers: readonly string[]; locale: Locale },
): Promise<ToPick[]> {
  return (await readPacked(db, numbers)).flatMap((order) => toPack(order, locale));
}

type Picking = { lines: ToPick[]; held: Parameters<typeof pickRows>[1]; orders: number; locale: Locale } & Omit<
  Printed,
  'numbers'
>;

/** What is to be fetched for several orders together, place by place. */
export function pickPaper({ lines, held, orders, locale, now, zone }: Picking): Paper {
  const t = translator(locale, 'orders');
  const picks = pickRows(lines, held);
  const rows = picks.flatMap((pick, at): Row[] => {
    const isFirst = picks[at - 1]?.place !== pick.place;
    const head: Row = { text: pick.place || t('staff.paper.nowhere'), cells: [''], strong: true };
    return isFirst ? [head, rowOf(pick)] : [rowOf(pick)];
  });
  const pieces = picks.reduce((sum, { units }) => sum + units, 0);
  return {
    ...{ title: t('staff.paper.pick'), author: '', at: now.getTime(), lang: messageLocale(locale) },
    ...{ from: [], to: [], foot: [] },
    facts: [
      [t('staff.paper.date'), dayInZone(zone, now)],
      [t('staff.paper.pickFact'), `${orders}`],
    ],
    head: { text: t('staff.paper.item'), cells: [t('staff.paper.pieces')], strong: true },
    rows,
    totals: [{ text: t('staff.paper.total'), cells: [`${pieces}`], strong: true }],
  };
}

const rowOf = ({ title, sku, units }: Pick<ToPick, 'title' | 'sku' | 'units'>): Row => ({
  text: sku ? `${title}  (${sku})` : title,
  cells: [`${units}`],
});
