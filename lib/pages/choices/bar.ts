/** What the bar above every page says; safe in the browser. */
import { z } from 'zod';

import { maybeLine } from '@/lib/core/fields';

/** The tag of all that shows the bar. */
export const barTag = 'bar';

const line = (most: number) => z.object({ en: maybeLine(most), zh: maybeLine(most) });
const at = z.iso.datetime().nullable();

/** The bar as it is stored: a line in each language, where it leads, and from when until when it is shown. */
export const barData = z.object({ text: line(160), link: z.string().max(2_048), from: at, until: at });
export type BarData = z.output<typeof barData>;

/** The bar as it was saved last; version 0 is that of a shop that has saved none. */
export type Bar = BarData & { version: number };

export const noBar: Bar = { version: 0, text: { en: '', zh: '' }, link: '', from: null, until: null };

export type BarState = 'empty' | 'waiting' | 'shown' | 'over';

/** How a bar is at a moment. It is shown from its first moment, and no more at its last one. */
export function barStateAt({ text, from, until }: BarData, now: Date): BarState {
  if (!text.en && !text.zh) return 'empty';
  if (from && now < new Date(from)) return 'waiting';
  return until && now >= new Date(until) ? 'over' : 'shown';
}
