import { isKnown, soldVariant, statusLink } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';

import { maskedSerial } from '../identifiers';

/** What everybody may read of a unit's history: repairs, recalls, and that it is lost. */
const facts = ['REPAIRED', 'RECALLED', 'REMEDIED', 'LOST', 'FOUND'] as const;

/** The key of a passport as an address has it, however it was typed; null for what is none. */
export const passportKey = (text: string): string | null => (/^[0-9a-f]{32}$/i.test(text) ? text.toUpperCase() : null);

/**
 * A unit for whoever has its box, by the key that is printed there: what it is, and facts of it without a person. Null for a key that no unit has, and
 * for a unit of a product that nobody knows of.
 */
export async function getPassport({ db }: Pick<Reading, 'db'>, { key: asked }: { key: string }) {
  const key = passportKey(asked);
  if (!key) return null;
  const unit = await db.unit.findUnique({
    where: { passport: key },
    select: {
      ...{ id: true, serial: true, createdAt: true },
      product: { select: statusLink },
      variant: { select: soldVariant },
      events: {
        where: { kind: { in: [...facts] } },
        orderBy: { seq: 'desc' },
        take: 50,
        select: { seq: true, kind: true, at: true },
      },
    },
  });
  if (!unit || !isKnown(unit.product)) return null;
  const { serial, ...rest } = unit;
  return { ...rest, key, serial: maskedSerial(serial) };
}

export type Passport = NonNullable<Awaited<ReturnType<typeof getPassport>>>;
