import { may, type Actor } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import type { Prisma } from '@/lib/core/prisma-client/client';
import type { BulkKind } from '@/lib/core/bulk';
import { dropBulk, startBulk, stopBulk } from '@/lib/lists/commands';
import { findBulk } from '@/lib/lists/queries/bulks';

import { bulkKinds } from '@/lib/domains-bulk';

type Started = { id: string } & Record<string, unknown>;

/** Begins an act on the rows that its draft holds. */
export async function startBulkAct(actor: Actor, { id, ...sent }: Started): Promise<void> {
  const { act, kind } = await allowed(actor, id);
  const own = (act.input as { own?: true }).own === true;
  const read = kind.input(own).safeParse(sent);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? '');
    throw new Refused('required', 'something is missing', { field });
  }
  await transact(startBulk)(actor, { id, input: read.data as Prisma.InputJsonObject });
}

/** Throws a draft away. */
export async function dropBulkAct(actor: Actor, { id }: { id: string }): Promise<void> {
  await allowed(actor, id);
  await transact(dropBulk)(actor, { id });
}

/** Stops an act where it is, whoever started it. */
export async function stopBulkAct(actor: Actor, { id }: { id: string }): Promise<void> {
  await allowed(actor, id);
  await transact(stopBulk)(actor, { id });
}

async function allowed(actor: Actor, id: string) {
  const act = found(await findBulk(reading(actor), { id }), 'act');
  const kind: BulkKind = found(bulkKinds[act.act], 'act');
  allow(may(actor, kind.permission), 'not-found');
  return { act, kind };
}
