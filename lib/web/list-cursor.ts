import { isUuid } from '@/lib/core/ids';

export type Cursor = { at: Date; id: string };

/** Writes where a list goes on into an address. */
export function writeCursor({ createdAt, id }: { createdAt: Date; id: string }): string {
  return `${createdAt.getTime().toString(36)}_${id}`;
}

/** Reads it back; what nobody of us wrote begins the list anew. */
export function readCursor(text: unknown): Cursor | undefined {
  if (typeof text !== 'string') return undefined;
  const [at = '', id = ''] = text.split('_');
  const ms = Number.parseInt(at, 36);
  return isUuid(id) && ms > 0 && ms < 8.64e15 ? { at: new Date(ms), id } : undefined;
}
