import type { Reading } from '@/lib/core/context';
import type { SearchKind } from '@/lib/core/prisma-client/enums';

import { docForm } from '../form';

type Wanted = { kind: SearchKind; subjects: { id: string; version: number }[] };

/** Of these subjects, which have no document of their version. One statement. */
export async function listBehind({ db }: Pick<Reading, 'db'>, { kind, subjects }: Wanted): Promise<string[]> {
  const ids = subjects.map(({ id }) => id);
  const docs = await db.searchDoc.findMany({
    where: { kind, form: docForm, id: { in: ids } },
    select: { id: true, version: true },
  });
  const versions = new Map(docs.map(({ id, version }) => [id, version]));
  return subjects.filter(({ id, version }) => versions.get(id) !== version).map(({ id }) => id);
}

/** The subjects of some documents, by their ids from one on. One statement. */
export async function listDocIds(
  { db }: Pick<Reading, 'db'>,
  { kind, after, take }: { kind: SearchKind; after?: string; take: number },
): Promise<string[]> {
  const where = { kind, ...(after && { id: { gt: after } }) };
  const rows = await db.searchDoc.findMany({ where, orderBy: { id: 'asc' }, take, select: { id: true } });
  return rows.map(({ id }) => id);
}
