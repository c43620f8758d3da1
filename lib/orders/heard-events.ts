import { createHash } from 'node:crypto';

import { cleanLine, cutTo } from '@/lib/core/fields';
import { ParcelEventKind } from '@/lib/core/prisma-client/enums';
import { after, day } from '@/lib/core/time';

export type ParcelEvent = { key: string; kind: ParcelEventKind; at: Date; place: string };

const longestKey = 100;
const kinds: ReadonlySet<string> = new Set(Object.values(ParcelEventKind));

/**
 * What a carrier said of a parcel, the earliest first, as it is kept: clean, of kinds that are known, each with a key of its own. Numbers of parcels are given
 * out again, so that what happened more than a day before the label was asked for is of another one; what is more than a day to come is not heard yet.
 */
export function heardEvents(
  events: readonly ParcelEvent[],
  { askedAt, now }: { askedAt: Date; now: Date },
): ParcelEvent[] {
  const [from, to] = [after(askedAt, -day), after(now, day)];
  return events
    .filter(({ kind, at }) => kinds.has(kind) && at >= from && at <= to)
    .map(({ key, kind, at, place }) => ({
      ...{ kind, at },
      key: ownKey(key, `${kind} ${at.toISOString()}`),
      // What is cut off is not read first: it may be long.
      place: cutTo(cleanLine(place.slice(0, 1_000)), 120),
    }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

// Two long keys that begin alike are two still; where there is none, what was said stands for it.
function ownKey(key: string, said: string): string {
  const plain = cleanLine(key.slice(0, longestKey + 1));
  if (plain === '') return said;
  return key.length <= longestKey ? plain : createHash('sha256').update(key).digest('base64url');
}
