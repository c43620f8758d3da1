import type { Reading } from '@/lib/core/context';
import { may } from '@/lib/core/actor';
import { plainName } from '@/lib/members/published';

import { digestOf } from './key-text';
import type { Scope } from './scope-names';
import { knownScopes } from './scopes';

/** A key that is used, as it stands in its row. */
export type UsedKey = {
  id: string;
  name: string;
  start: string;
  scopes: Scope[];
  makerId: string;
  usedAt: Date | null;
};

/** The key of a text, found by its digest; null for one that nobody made, that was revoked, or that has ended. One statement. */
export async function findKey({ db, now }: Pick<Reading, 'db' | 'now'>, text: string): Promise<UsedKey | null> {
  const row = await db.apiKey.findUnique({
    where: { digest: digestOf(text) },
    select: {
      ...{ id: true, name: true, start: true, scopes: true, makerId: true, usedAt: true },
      ...{ until: true, revokedAt: true },
    },
  });
  if (!row || row.revokedAt || (row.until && row.until <= now)) return null;
  const { until: _, revokedAt: __, ...key } = row;
  return { ...key, scopes: knownScopes(row.scopes) };
}

/** Every key that is still listed, the newest first, with who made it. */
export async function listKeys({ db, actor }: Reading) {
  if (!may(actor, 'api.manageKeys')) return [];
  const rows = await db.apiKey.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostListed,
    select: {
      ...{ id: true, name: true, start: true, scopes: true, makerId: true, createdAt: true },
      ...{ until: true, usedAt: true, revokedAt: true },
      maker: { select: plainName },
    },
  });
  return rows.map((row) => ({ ...row, scopes: knownScopes(row.scopes) }));
}

// Those that work, and as many that work no more.
const mostListed = 100;

export type ListedKey = Awaited<ReturnType<typeof listKeys>>[number];
