import type { Reading } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { signingKey } from '@/lib/core/keys';
import { minute } from '@/lib/core/time';

import { hasAdmin } from './queries/admins';
import { isSecretKey } from './secret-key';

/** How long the address of the set-up page can be used. */
export const setupLifeMs = 30 * minute;

type Now = Pick<Reading, 'db' | 'now'>;

const signing = signingKey('members.setup');

/** What is kept of a key of the set-up page. */
export const setupDigest = (key: string): string => signing.sign(key);

/** Refuses unless a key still opens the set-up page: with setup-done, setup-unknown, setup-used, setup-replaced or setup-over. */
export async function requireSetupKey({ db, now }: Now, key: string): Promise<void> {
  if (await hasAdmin({ db, now })) throw new Refused('setup-done', 'there is an administrator');
  const row = isSecretKey(key) ? await db.setupKey.findUnique({ where: { digest: setupDigest(key) } }) : null;
  if (!row) throw new Refused('setup-unknown', 'no such key', { field: 'key' });
  if (row.usedAt) throw new Refused('setup-used', 'key is used', { field: 'key' });
  if (row.voidedAt) throw new Refused('setup-replaced', 'a newer key was made', { field: 'key' });
  if (row.expiresAt <= now) throw new Refused('setup-over', 'key is out of date', { field: 'key' });
}

/** Whether a key still opens the set-up page. */
export async function opensSetup(now: Now, key: string): Promise<boolean> {
  return requireSetupKey(now, key).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refused) return false;
      throw error;
    },
  );
}
