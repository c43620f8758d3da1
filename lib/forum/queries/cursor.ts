import { isUuid } from '@/lib/core/ids';

export type Cursor = { at: Date; id: string };

/** A place in a list as one path segment: the moment in base 36, and the row. */
export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime().toString(36)}.${id}`;
}

/** The place that a path segment names; null when it names none. */
export function readCursor(segment: string): Cursor | null {
  const [moment = '', id = ''] = segment.split('.', 2);
  const at = /^[0-9a-z]{1,9}$/.test(moment) ? new Date(parseInt(moment, 36)) : null;
  return at && !Number.isNaN(at.getTime()) && isUuid(id) ? { at, id } : null;
}
