import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { day } from '@/lib/core/time';
import { makeKey, revokeKey } from '@/lib/api/commands';
import { listKeys } from '@/lib/api/queries';
import { db } from '@/lib/core/db';

import type { World } from './world';

/** The keys of the demo's warehouse and accounting, and one that was revoked. Nobody has their secrets: who tries the API makes another. */
export async function seedApi({ cast, ago, now }: World): Promise<void> {
  const admin = cast.admin as SignedIn;
  const make = transact(makeKey);
  await make(admin, { name: 'Trial', scopes: ['orders.read'] }, { now: ago(160) });
  const [trial] = await listKeys({ db, actor: admin, now });
  await transact(revokeKey)(admin, { id: trial!.id }, { now: ago(158) });
  await make(
    admin,
    { name: 'Warehouse', scopes: ['orders.read', 'orders.addresses', 'orders.ship'] },
    { now: ago(150) },
  );
  const until = new Date(now.getTime() + 90 * day);
  await make(admin, { name: 'Bookkeeper', scopes: ['orders.read', 'products.read'], until }, { now: ago(20) });
}
