import type { Reading } from '@/lib/core/context';
import { asCode, asCrockford } from '@/lib/core/typed';

import { kindOf, plainIdentifier } from '../identifiers';

/**
 * The unit of a product that a serial or IMEI names, forgiving how it was typed: gaps, small letters, other dashes, and in serials of ours missing dashes
 * and O for 0; null where none or several could be meant.
 */
export async function findBySerial(
  { db }: Pick<Reading, 'db'>,
  { productId, serial }: { productId: string; serial: string },
): Promise<{ id: string } | null> {
  const number = plainIdentifier(serial);
  const known = await db.unit.findMany({
    where: {
      productId,
      OR: [
        { serial: { in: spellings(serial) } },
        ...(kindOf(number) ? [{ identifiers: { some: { value: number } } }] : []),
      ],
    },
    take: 2,
    select: { id: true },
  });
  return known.length === 1 ? known[0]! : null;
}

/** How a serial may be written that was typed so. */
export function spellings(typed: string): string[] {
  const plain = plainIdentifier(typed);
  const [, letters, code] = /^(.{1,3})(.{8})$/.exec(asCode(typed)) ?? [];
  if (letters === undefined || code === undefined) return [plain];
  const read = asCrockford(code);
  return [...new Set([plain, `${letters}-${read.slice(0, 4)}-${read.slice(4)}`])];
}
