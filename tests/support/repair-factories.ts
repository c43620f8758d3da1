/** Devices that are repaired, and what owners and staff do with a repair. */
import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { askForRepair } from '@/lib/flows/repairs/ask-for-repair';
import { doRepair } from '@/lib/flows/repairs/do-repair';
import { handOver } from '@/lib/flows/repairs/hand-over-repair';
import { answerOwnQuote } from '@/lib/flows/repairs/own-repair';
import { takeInRepair } from '@/lib/flows/repairs/take-in-repair';
import { decideRepair, diagnoseRepair, quoteRepair } from '@/lib/repairs/commands';
import type { HandOver, WorkStep } from '@/lib/repairs/schema';

import { makeDevice, type OwnedDevice } from './owned-devices';
import { staffOf } from './return-factories';

/** A device whose owner has asked for a repair, and the acts of its repair by whoever does them. */
export async function makeRepair(device?: OwnedDevice) {
  const { owner, unitId } = device ?? (await makeDevice());
  const { number } = await askForRepair(owner, { unitId, note: 'It hums', shipTo: 'Home', locale: 'en' });
  const { id: repairId } = await db.repair.findUniqueOrThrow({ where: { number } });
  const staff = await staffOf('SUPPORT');
  return {
    ...{ owner, unitId, number, repairId, staff },
    read: () => db.repair.findUniqueOrThrow({ where: { id: repairId } }),
    decide: (outcome: 'APPROVED' | 'REFUSED' = 'APPROVED') =>
      transact(decideRepair)(staff, { repairId, outcome, answer: 'Pack it well' }),
    takeIn: (more: { lockOff?: boolean; wiped?: boolean; locationId?: string } = {}) =>
      takeInRepair(staff, { repairId, condition: 'Scratched', lockOff: true, wiped: true, ...more }),
    diagnose: () => transact(diagnoseRepair)(staff, { repairId, diagnosis: 'A worn fan' }),
    quote: (shown: number, amount?: string, uncovered = '') =>
      transact(quoteRepair)(staff, { repairId, shown, amount, uncovered, text: 'A new fan' }),
    answer: (version: number, answer: 'ACCEPTED' | 'DECLINED', by: Actor = owner) =>
      answerOwnQuote(by, { repairId, version, answer, locale: 'en' }),
    work: async (...steps: WorkStep[]) => {
      for (const to of steps) await doRepair(staff, { repairId, to });
    },
    handOver: (how: HandOver['how'], more: Partial<HandOver> = {}) =>
      handOver(staff, {
        repairId,
        how,
        carrier: how === 'SHIPPED' ? 'DHL' : '',
        tracking: 'B1',
        paidNote: '',
        ...more,
      }),
  };
}
export type MadeRepair = Awaited<ReturnType<typeof makeRepair>>;

/** The same, with the workshop, examined, and to be quoted. */
export async function makeExamined(device?: OwnedDevice): Promise<MadeRepair> {
  const repair = await makeRepair(device);
  await repair.decide();
  await repair.takeIn();
  await repair.diagnose();
  return repair;
}
