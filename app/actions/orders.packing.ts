'use server';

import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { countPiece, packParcel, scanCode, startPacking, type PackParcel } from '@/lib/flows/orders/pack-order';
import { leavePacking, unpackPiece } from '@/lib/orders/commands';
import {
  countPieceSchema,
  orderNumberSchema,
  packParcelSchema,
  scanSchema,
  startPackingSchema,
  takeOutSchema,
} from '@/lib/orders/schema';
import { paths } from '@/lib/paths';
import { action, staff } from '@/lib/web/action';
import { redirect } from '@/lib/web/redirect';

const packers = staff('orders.ship');
const page = (locale: Locale, query: Record<string, string>): string =>
  inLocale(locale, withQuery(paths.staff('orders', 'packing'), query));

export const startPackingAction = action(startPackingSchema, packers, async (actor, { number, choice, locale }) => {
  await startPacking(actor, { number });
  redirect(page(locale, choice ? { choice } : {}));
});

export const leavePackingAction = action(orderNumberSchema, packers, (actor, input) =>
  transact(leavePacking)(actor, input),
);

export const scanAction = action(scanSchema, packers, async (actor, { locale, choice = '', ...scan }) => {
  const { complete } = await scanCode(actor, scan);
  // With a carrier that gives numbers nothing more is asked: the parcel is sent, and the next order follows.
  const sends = complete && choice !== '' && !choice.startsWith('manual:');
  if (sends) await sendAndGoOn(actor, { number: scan.number, choice, carrier: '', tracking: '' }, locale);
});

export const countPieceAction = action(countPieceSchema, packers, (actor, { all, ...piece }) =>
  countPiece(actor, { ...piece, all: all === '1' }),
);

export const takeOutAction = action(takeOutSchema, packers, (actor, input) => transact(unpackPiece)(actor, input));

export const packParcelAction = action(packParcelSchema, packers, (actor, { locale, choice = '', ...parcel }) =>
  sendAndGoOn(actor, { ...parcel, choice }, locale),
);

// The next order stands there while the label of the last one is printed.
async function sendAndGoOn(actor: SignedIn, parcel: PackParcel, locale: Locale): Promise<never> {
  const { number, labelId } = await packParcel(actor, parcel);
  await startPacking(actor);
  redirect(page(locale, { choice: parcel.choice, sent: number, ...(labelId && { label: labelId }) }));
}
