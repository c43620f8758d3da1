import type { Actor } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { listToPack } from '@/lib/orders/delivered';
import { beginPacking, holdPacking, markShipped, packPiece, sendLabelled } from '@/lib/orders/commands';
import { getOwnPacking, listToPackNext, type PackedOrder } from '@/lib/orders/packing';
import { canShip } from '@/lib/orders/policy';
import { choiceOf } from '@/lib/orders/schema';
import { lockOrder } from '@/lib/orders/sql';

import { findScanned, hasSerials } from '@/lib/units/queries/find-scanned';

import { packAllowed } from '../units/pack-allowed';
import { buyLabel } from './buy-label';

/** Begins to pack an order, or the one that has waited longest where none is named; answers whether there is one. Refuses what `beginPacking` refuses. */
export async function startPacking(actor: Actor, { number }: { number?: string } = {}): Promise<boolean> {
  allow(canShip(actor), 'not-found');
  if (number) return transact(beginPacking)(actor, { number }).then(() => true);
  if (await getOwnPacking(reading(actor))) return true;
  // Others who begin at the same moment have taken some of them.
  for (const next of await listToPackNext(reading(actor), { most: 20 })) {
    const begun = await transact(beginPacking)(actor, { number: next }).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        return false;
      },
    );
    if (begun) return true;
  }
  return false;
}

type Scan = { number: string; code: string };

/**
 * Puts what was scanned into the parcel that is being packed: a unit by its serial or IMEI, any other piece by its SKU or barcode. Answers whether
 * the parcel is complete. Refuses with `scan-unknown` what is not of this order, `scan-serial` (item) a SKU of which the serial is wanted, `serial-elsewhere`,
 * `scan-over` and `scan-twice`.
 */
export async function scanCode(actor: Actor, { number, code }: Scan): Promise<{ complete: boolean }> {
  const { complete } = await inTransaction(actor, async (ctx) => {
    const order = await holdPacking(ctx, { number });
    return packPiece(ctx, { number, ...(await meant(ctx, order, code)) });
  });
  return { complete };
}

async function meant(ctx: Ctx, { lines }: PackedOrder, code: string): Promise<{ lineId: string; serial?: string }> {
  // A line that still wants a piece before one that has all of its own.
  const lineOf = (fits: (line: PackedOrder['lines'][number]) => boolean) =>
    lines.filter(fits).toSorted((a, b) => Number(a.packed >= a.wanted) - Number(b.packed >= b.wanted))[0];
  const productIds = [...new Set(lines.map(({ variant }) => variant.productId))];
  const unit = await findScanned(ctx, { code, productIds });
  if (unit) {
    const line = lineOf(({ variantId }) => variantId === unit.variantId);
    if (!line) throw refused('scan-unknown', { code });
    if (!unit.isFree) throw refused('serial-elsewhere', { serial: unit.serial });
    return { lineId: line.id, serial: unit.serial };
  }
  const plain = code.toUpperCase();
  const line = lineOf(
    ({ variant: { sku, barcode } }) => sku?.toUpperCase() === plain || barcode?.toUpperCase() === plain,
  );
  if (!line) throw refused('scan-unknown', { code });
  if (await hasSerials(ctx, { variantId: line.variantId })) throw refused('scan-serial', { item: line.title });
  return { lineId: line.id };
}

type Count = { number: string; lineId: string; all?: boolean };

/** Puts a piece of a line into the parcel by hand, or all that it still wants. Refuses what `packPiece` refuses, and with `scan-serial` (item) what has serials. */
export async function countPiece(actor: Actor, piece: Count): Promise<void> {
  await inTransaction(actor, async (ctx) => {
    const { lines } = await holdPacking(ctx, piece);
    const line = lines.find(({ id }) => id === piece.lineId);
    if (line && (await hasSerials(ctx, line))) throw refused('scan-serial', { item: line.title });
    await packPiece(ctx, piece);
  });
}

export type PackParcel = { number: string; choice: string; carrier: string; tracking: string };
export type PackedParcel = { number: string; labelId: string | null };

/**
 * Sends what was packed: with a carrier's label, which is bought first, or as it was typed. What was not packed stays to be sent in another parcel. Refuses
 * what `buyLabel`, `markShipped` and `packAllowed` refuse, `parcel-empty`, and `packing-taken` and `packing-over`.
 */
export async function packParcel(
  actor: Actor,
  { number, choice, carrier, tracking }: PackParcel,
): Promise<PackedParcel> {
  await inTransaction(actor, (ctx) => holdPacking(ctx, { number }).then(refuseEmpty));
  const by = choiceOf(choice);
  const labelId = choice === '' ? null : await buyLabel(actor, { number, ...by });
  await inTransaction(actor, async (ctx) => {
    // Orders are locked before what is packed of them, by everybody.
    found(await lockOrder(ctx.db, number));
    const order = await holdPacking(ctx, { number });
    refuseEmpty(order);
    const pieces = order.lines.map(({ id, packed }) => ({ lineId: id, units: packed }));
    const sent =
      labelId && by.carrier !== 'manual'
        ? await sendLabelled(ctx, { number, pieces })
        : await markShipped(ctx, { number, carrier, tracking, pieces, ...(labelId && { labelId }) });
    const serials = order.lines.flatMap((line) => line.serials);
    if (serials.length > 0) await packAllowed(ctx, { ...sent, lines: await listToPack(ctx, sent), serials });
  });
  return { number, labelId };
}

const refused = (why: string, values: Record<string, string>) => new Refused(why, why, { field: 'code', values });

function refuseEmpty({ lines }: PackedOrder): void {
  if (lines.every(({ packed }) => packed === 0)) throw new Refused('parcel-empty', 'nothing lies in it');
}
