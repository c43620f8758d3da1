import { beforeEach, describe } from 'vitest';

import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { Actor } from '@/lib/core/actor';
import { clock } from '@/lib/core/time';
import { reportBulk } from '@/lib/flows/lists/report-bulk';
import { saveListView } from '@/lib/flows/lists/save-list-view';
import { dropBulkAct, startBulkAct, stopBulkAct } from '@/lib/flows/lists/start-bulk';
import { makeMember } from '@/tests/support/factories';
import { tryAccess } from '@/tests/support/try-access';

import { draftBulk } from './commands';

const { isForStaff } = tryAccess('lists');

let maker: Actor;
let running: string;

const draft = (by: Actor) =>
  inTransaction(by, (ctx) => draftBulk(ctx, { list: 'orders', act: 'orders.ship', rows: [{ key: 'A' }] }));

beforeEach(async () => {
  maker ??= await makeMember();
  running = await draft(maker);
  await db.bulkAct.update({ where: { id: running }, data: { startedAt: clock(), aliveAt: clock() } });
});

// A draft is its maker's, so that each of them tries with a draft of their own, where they are somebody.
const ownDraft = (actor: Actor) => draft(actor.kind === 'member' ? actor : maker);

describe('views', () => {
  isForStaff('saveListView', (actor) =>
    saveListView(actor, { list: 'orders', name: 'Mine', query: '', shared: false }),
  );
});

describe('acts on many rows', () => {
  isForStaff('startBulkAct', async (actor) => startBulkAct(actor, { id: await ownDraft(actor), carrier: 'Post' }));
  isForStaff('dropBulkAct', async (actor) => dropBulkAct(actor, { id: await ownDraft(actor) }));
  isForStaff('stopBulkAct', (actor) => stopBulkAct(actor, { id: running }));
  isForStaff('reportBulk', async (actor) => void (await (await reportBulk(actor, { id: running })).rows.next()));
});
