import { z } from 'zod';

const text = (most: number) => z.string().trim().max(most);
const moment = z.iso.datetime({ offset: true, error: 'code:bad-date' }).transform((value) => new Date(value));
const units = z.coerce.number().int().min(0).max(1_000_000);

/** What a fan sends to claim: which variant. */
export const claimBody = z.object({ variantId: z.uuid() });

/** A product, its words, its times and its units; units arrive as `units.<variantId>` from the form. */
export const scheduleInput = z
  .object({
    productId: z.uuid(),
    title: text(120).min(3),
    titleZh: text(120).default(''),
    summary: text(600).default(''),
    summaryZh: text(600).default(''),
    opensAt: moment,
    closesAt: moment,
    needsReservation: z.coerce.boolean().default(false),
    minTrust: z.coerce.number().int().min(0).max(4).default(0),
    holdMinutes: z.coerce.number().int().min(1).max(120).default(15),
  })
  .catchall(z.unknown())
  .transform((form) => ({ ...form, units: unitsIn(form) }));

/** The form's units by variant; what is empty or no number offers nothing. */
function unitsIn(form: Record<string, unknown>): Record<string, number> {
  const entries = Object.entries(form).flatMap(([name, value]) => {
    const count = units.safeParse(value === '' ? 0 : value);
    return name.startsWith('units.') && count.success && count.data > 0 ? [[name.slice(6), count.data] as const] : [];
  });
  return Object.fromEntries(entries);
}

export const dropInput = z.object({ dropId: z.uuid() });
export const addUnitsInput = z.object({
  dropId: z.uuid(),
  allotmentId: z.uuid(),
  units: z.coerce.number().int().min(1).max(100_000),
  reason: text(300).min(3),
});
export const cancelInput = z.object({ dropId: z.uuid(), reason: text(600).min(5) });
export const reserveInput = z.object({ dropId: z.uuid(), variantId: z.uuid() });

export type ScheduleInput = {
  productId: string;
  title: string;
  titleZh: string;
  summary: string;
  summaryZh: string;
  opensAt: Date;
  closesAt: Date;
  needsReservation: boolean;
  minTrust: number;
  holdMinutes: number;
  units: Record<string, number>;
  /** Address of the page; made from the title where it is not given. */
  slug?: string;
};
