import { describe } from 'vitest';

import { openRepair } from '@/lib/flows/repairs/ask-for-repair';
import { doRepair, fitRepairPart } from '@/lib/flows/repairs/do-repair';
import { closeRepairByStaff, handOver } from '@/lib/flows/repairs/hand-over-repair';
import { takeInRepair } from '@/lib/flows/repairs/take-in-repair';
import { makeRepair } from '@/tests/support/repair-factories';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('repairs');

const part = { once: crypto.randomUUID(), sku: 'NOTHING', quantity: 1 };

// One for all: what cannot be done with it any more is said to whoever may do it.
let made: ReturnType<typeof makeRepair> | undefined;
const repair = () => (made ??= makeRepair());

describe('what staff do', () => {
  isForStaff('openRepair', async (actor) =>
    openRepair(actor, { unitId: (await repair()).unitId, note: 'It hums', locale: 'en' }),
  );
  isForStaff('takeInRepair', async (actor) =>
    takeInRepair(actor, { repairId: (await repair()).repairId, condition: 'Good', lockOff: true, wiped: true }),
  );
  isForStaff('doRepair', async (actor) => doRepair(actor, { repairId: (await repair()).repairId, to: 'WORKING' }));
  isForStaff('fitRepairPart', async (actor) => fitRepairPart(actor, { ...part, repairId: (await repair()).repairId }));
  isForStaff('handOver', async (actor) => {
    const { repairId } = await repair();
    await handOver(actor, { repairId, how: 'COLLECTED', carrier: '', tracking: '', paidNote: '' });
  });
  isForStaff('closeRepairByStaff', async (actor) => closeRepairByStaff(actor, { repairId: (await repair()).repairId }));
});
