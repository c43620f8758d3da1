import { describe } from 'vitest';

import { exportRecall } from '@/lib/flows/recalls/export-recall';
import { handleRecalledUnit, takeRecallBack } from '@/lib/flows/recalls/handle-unit';
import { makeOpenRecall, type MadeRecall } from '@/tests/support/recall-factories';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('recalls');

// One for all: what cannot be done with it any more is said to whoever may do it.
let made: Promise<MadeRecall> | undefined;
const recall = () => (made ??= makeOpenRecall());

describe('what staff do', () => {
  isForStaff('handleRecalledUnit', async (actor) => {
    const { recallUnitId } = await (await recall()).rowOf();
    await handleRecalledUnit(actor, { recallUnitId, to: 'UNREACHABLE', reason: 'Moved away' });
  });
  isForStaff('exportRecall', async (actor) => {
    const { recallId } = await recall();
    for await (const _ of (await exportRecall(actor, { query: { recall: recallId }, reason: 'For the authority' }))
      .lines);
  });
  isForStaff('takeRecallBack', async (actor) =>
    takeRecallBack(actor, { recallId: (await recall()).recallId, reason: 'A wrong batch' }),
  );
});
