import { isUuid } from './ids';

/** Where a list goes on: the moment by which it is sorted, and the row. */
export type Cursor = { at: Date; id: string };

/** A place in a list as one path segment: the sorted value in base 36, and the row. */
export const writeCursor = (value: number | Date, id: string): string => `${Number(value).toString(36)}.${id}`;

/** The place that a segment names; null when it names none, or its value is above the most there can be. */
export function readCursor(segment: unknown, most = Infinity): { value: number; id: string } | null {
  if (typeof segment !== 'string') return null;
  const [word = '', id = ''] = segment.split('.', 2);
  const value = /^[0-9a-z]{1,9}$/.test(word) ? parseInt(word, 36) : Infinity;
  return value < Infinity && value <= most && isUuid(id) ? { value, id } : null;
}

/** The same for a list that is sorted by a moment. */
export function readMoment(segment: unknown): Cursor | null {
  const place = readCursor(segment);
  return place && { at: new Date(place.value), id: place.id };
}
