import type { Reading } from '@/lib/core/context';

import { readStaffReviews } from './queries';

/** The first line of a file of reviews; programs read it, so that it is not translated. */
export const reviewHead = [
  ...['id', 'product', 'stars', 'title', 'text', 'pros', 'cons', 'language', 'version', 'state', 'rule'],
  ...['helpful', 'reports', 'writer', 'created_at', 'edited_at', 'answered_at'],
];

/** The cells of reviews; the flow has asked for the permission. */
export async function reviewCells(
  reading: Pick<Reading, 'db'>,
  { ids }: { ids: string[] },
): Promise<(string | number)[][]> {
  const rows = await readStaffReviews(reading, ids);
  return rows.map((row) => [
    ...[row.id, row.product.handle, row.rating, row.title, row.body, row.pros.join('; '), row.cons.join('; ')],
    ...[row.lang, row.release?.version ?? '', row.state, row.rule ?? '', row.helpful, row.reports],
    row.member.handle ?? '',
    row.createdAt.toISOString(),
    row.editedAt?.toISOString() ?? '',
    row.answer?.at.toISOString() ?? '',
  ]);
}
