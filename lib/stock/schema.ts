import { z } from 'zod';

import { maybeLine, nameLine, oneLine } from '@/lib/core/fields';
import { orNothing, pickedId, ticked } from '@/lib/core/pieces';
import { whole, wholeOrNone } from '@/lib/core/whole-number';

/** The most units that one act moves. */
export const mostUnits = 1_000_000;
/** The most places that are open at one time. */
export const mostLocations = 200;

const id = pickedId;
const units = whole(1, mostUnits);
const place = { variantId: id, locationId: id };

/** The form's own id, new with each page: what is sent twice is done once. */
const once = orNothing(z.uuid().optional());

export const receiveInput = z.object({ ...place, units, note: maybeLine(200), once });

/** `shown` is how many units were expected there when the form was read. */
export const countInput = z.object({
  ...place,
  counted: whole(0, mostUnits),
  shown: whole(0, 2_000_000_000),
  note: maybeLine(200),
});

export const writeOffKinds = ['damaged', 'repaired', 'scrapOpen', 'scrapDamaged'] as const;
export const writeOffInput = z.object({ ...place, units, what: z.enum(writeOffKinds), reason: oneLine(200), once });

export const sendInput = z.object({ variantId: id, fromId: id, toId: id, units, note: maybeLine(200), once });

/** `shown` is how many were on their way when the form was read: what is sent twice is counted once. */
export const arriveInput = z.object({
  transferId: id,
  arrived: whole(0, mostUnits),
  missing: whole(0, mostUnits),
  shown: whole(0, mostUnits),
});

/** `lowAt` left empty never says that it runs low. */
export const shopInput = z.object({ variantId: id, inShop: ticked, lowAt: wholeOrNone(0, mostUnits) });

export const locationInput = z.object({
  locationId: orNothing(z.uuid().optional()),
  name: nameLine(80),
  address: maybeLine(200),
  position: whole(0, 999),
  sells: ticked,
  shown: whole(0, 2_000_000_000),
});

export const closeLocationInput = z.object({ locationId: id });

export type ReceiveInput = z.infer<typeof receiveInput>;
export type CountInput = z.infer<typeof countInput>;
export type WriteOffInput = z.infer<typeof writeOffInput>;
export type SendInput = z.infer<typeof sendInput>;
export type ArriveInput = z.infer<typeof arriveInput>;
export type ShopInput = z.infer<typeof shopInput>;
export type LocationInput = z.infer<typeof locationInput>;

/** Asks to hear of a variant, or no more. */
export const backInStockInput = z.object({ variantId: id, on: ticked });
export type AskBackInStock = z.output<typeof backInStockInput>;
