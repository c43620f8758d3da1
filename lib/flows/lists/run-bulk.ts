import { may, system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { isOutage } from '@/lib/core/outage';
import { second } from '@/lib/core/time';
import type { SignedIn } from '@/lib/core/actor';
import type { BulkKind, BulkKinds } from '@/lib/core/bulk';
import { noteBulk, refuseBulkRow, stopBulk, takeBulkRow, tendBulks } from '@/lib/lists/commands';
import { getRunningBulk, listBulkRows, type BulkRowShown } from '@/lib/lists/queries/bulks';
import { getStaffActor } from '@/lib/members/queries/staff-actor';

import { bulkKinds } from '@/lib/domains-bulk';

const rowsAtOnce = 50;
const longest = 5 * second;

type By = { kinds?: BulkKinds; take?: typeof takeBulkRow };

/** Does the next rows of an act on many, each in a transaction of its own, as the member who started it may act now; then queues the rest. */
export async function runBulk({ actId }: { actId: string }, { kinds = bulkKinds, take = takeBulkRow }: By = {}) {
  const ask = reading(system);
  const act = await getRunningBulk(ask, { id: actId });
  if (!act) return;
  const kind = kinds[act.act];
  const actor = await getStaffActor(ask, act);
  if (!kind || !actor || !may(actor, kind.permission)) return transact(stopBulk)(system, { id: actId });
  const until = Date.now() + longest;
  const same = act.input as object;
  for (const row of await listBulkRows(ask, { id: actId, size: rowsAtOnce, state: 'LEFT' })) {
    await doRow({ actId, row: { ...row, input: { ...same, ...(row.input as object) } }, kind, actor, take });
    if (Date.now() > until) break;
  }
  await transact(noteBulk)(system, { actId });
}

type Doing = {
  actId: string;
  row: Pick<BulkRowShown, 'place' | 'key'> & { input: Record<string, unknown> };
  kind: BulkKind;
  actor: SignedIn;
  take: typeof takeBulkRow;
};

// A refused row takes back what it wrote and is written down by itself; so is one that fails by a mistake of ours.
async function doRow({ actId, row, kind, actor, take }: Doing): Promise<void> {
  const { place } = row;
  try {
    if (kind.before) {
      // Others are asked for nothing more once the act was stopped.
      if (!(await getRunningBulk(reading(system), { id: actId }))) return;
      await kind.before(actor, row);
    }
    await inTransaction(actor, async (ctx) => {
      if (await take(ctx, { actId, place })) await kind.run(ctx, row);
    });
  } catch (error) {
    if (!(error instanceof Refused)) {
      if (isOutage(error)) throw error;
      log.error({ err: error, actId, place }, 'a row of an act on many failed');
    }
    const { code, detail } = error instanceof Refused ? error : { code: 'failed', detail: { values: {} } };
    await transact(refuseBulkRow)(system, { actId, place, code, values: detail.values });
  }
}

/** Goes on with acts that were left in the middle. */
export async function tendAllBulks(): Promise<void> {
  await transact(tendBulks)(system, undefined);
}
