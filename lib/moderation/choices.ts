/** The reasons for which members report a post. Safe in the browser. */
import { z } from 'zod';

import { maybeLine, oneLine } from '@/lib/core/fields';

/** The name of a reason in rows and addresses: the program's own are words in capitals, those of staff are made of letters and digits. */
export const reasonName = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);

const label = oneLine(60);
const hint = maybeLine(160);

/** What a reporter reads of a reason: its words, and what it means, in each language. */
export const reasonWords = z.object({ label, labelZh: label, hint, hintZh: hint });
export type ReasonWords = z.output<typeof reasonWords>;

/** A reason as it is kept; a retired one is offered to nobody and stays readable. */
export const reportReason = reasonWords.extend({ id: reasonName, retired: z.boolean() });
export type ReportReason = z.output<typeof reportReason>;

/** More than so many, retired ones too, nobody reads through. */
export const mostReasons = 40;

/** What staff do with one reason in the list. */
export const reasonMoves = ['up', 'down', 'retire', 'restore'] as const;
export type ReasonMove = (typeof reasonMoves)[number];

/** The reasons that a reporter chooses from. */
export const offered = <R extends { retired: boolean }>(reasons: readonly R[]): R[] =>
  reasons.filter(({ retired }) => !retired);

/** The list after a move; the same list where there is nothing to move. Those that are retired keep their place behind the others. */
export function moved(reasons: readonly ReportReason[], id: string, move: ReasonMove): ReportReason[] {
  const changed =
    move === 'up' || move === 'down'
      ? swapped(reasons, id, move === 'up' ? -1 : 1)
      : reasons.map((each) => (each.id === id ? { ...each, retired: move === 'retire' } : each));
  return [...offered(changed), ...changed.filter(({ retired }) => retired)];
}

function swapped(reasons: readonly ReportReason[], id: string, by: -1 | 1): ReportReason[] {
  const list = [...reasons];
  const at = list.findIndex((each) => each.id === id);
  const [mine, other] = [list[at], list[at + by]];
  if (!mine || !other || mine.retired !== other.retired) return list;
  [list[at], list[at + by]] = [other, mine];
  return list;
}
