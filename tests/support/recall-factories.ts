/** Devices that a recall means, and what staff and owners do with it. */
import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { answerByLink } from '@/lib/flows/recalls/answer-recall';
import { handleRecalledUnit } from '@/lib/flows/recalls/handle-unit';
import { workOnRecalls } from '@/lib/flows/recalls/work-on-recalls';
import { publishRecall, saveRecall } from '@/lib/recalls/commands';
import { recallKeys } from '@/lib/recalls/link-key';
import type { AnswerRecall, HandleUnit, SaveRecall } from '@/lib/recalls/schema';
import { receiveSerials } from '@/lib/units/commands';

import { makeOperator } from './drop-factories';
import { makeDevice, type OwnedDevice } from './owned-devices';
import { runJobs } from './order-factories';
import { staffOf } from './return-factories';
import { word } from './word';

const words = {
  ...{ title: 'The battery may overheat', titleZh: '电池可能过热', cause: 'A bad cell', causeZh: '电芯缺陷' },
  ...{ danger: 'It may catch fire', dangerZh: '可能起火', task: 'Stop using it', taskZh: '立即停用' },
};

/** What the form of a recall sends, of all units of a product where nothing narrows it. */
export const recallOf = (productId: string, more: Partial<SaveRecall> = {}): SaveRecall => ({
  ...words,
  ...{ shown: 0, remedies: ['REPAIR', 'REFUND'], scope: 'GOODS', productId, sku: '', locale: 'en' },
  ...{ serialFrom: '', serialTo: '', serials: '', dates: 'MADE' },
  ...more,
});

/** A draft, and how it is published. */
export async function makeDraft(productId: string, more: Partial<SaveRecall> = {}) {
  const staff = await staffOf('OPERATIONS');
  const { id: recallId } = await transact(saveRecall)(staff, recallOf(productId, more));
  const version = async () => (await db.recall.findUniqueOrThrow({ where: { id: recallId } })).version;
  return {
    ...{ staff, recallId },
    publish: async () => transact(publishRecall)(staff, { recallId, version: await version(), sure: true }),
    read: () => db.recall.findUniqueOrThrow({ where: { id: recallId } }),
  };
}

/** An open recall that means a device with an owner, who is told of it. */
export async function makeOpenRecall(device?: OwnedDevice, more: Partial<SaveRecall> = {}) {
  const of = device ?? (await makeDevice());
  const draft = await makeDraft(of.productId, more);
  await draft.publish();
  await work();
  const row = (unitId = of.unitId) =>
    db.recallUnit.findUniqueOrThrow({ where: { recallId_unitId: { recallId: draft.recallId, unitId } } });
  const rowOf = async (unitId?: string) => {
    const { id, linkId } = await row(unitId);
    return { recallUnitId: id, key: linkId ? recallKeys.make(linkId) : '' };
  };
  return {
    ...{ ...draft, device: of, row, rowOf },
    answer: async (input: Partial<AnswerRecall> = {}, by: Actor = of.owner) =>
      answerByLink(by, { ...(await rowOf()), answer: 'ACKNOWLEDGED', stopped: false, ...input }),
    handle: async (to: HandleUnit['to'], input: Partial<HandleUnit> = {}) => {
      const { recallUnitId } = await rowOf();
      await handleRecalledUnit(draft.staff, { recallUnitId, to, reason: 'Told us', ...input });
    },
  };
}

export type MadeRecall = Awaited<ReturnType<typeof makeOpenRecall>>;

/** Has the schedule of recalls do its work, and what follows from it. */
export async function work(now = clock()): Promise<void> {
  await workOnRecalls(now);
  await runJobs();
}

/** The kinds of mails about recalls that somebody got, in their order. */
export const mailsTo = async (memberId: string) =>
  (await db.mail.findMany({ where: { memberId, kind: { startsWith: 'recall.' } }, orderBy: { createdAt: 'asc' } })).map(
    ({ kind }) => kind,
  );

/** What stands in the history of a unit. */
export const eventsOf = async (unitId: string) =>
  (await db.unitEvent.findMany({ where: { unitId }, orderBy: { seq: 'asc' } })).map(({ kind }) => kind);

/** A unit of a product that lies with the shop. */
export async function stocked(productId: string, variantId: string, serial = `SN${word().toUpperCase()}`) {
  const operator = await makeOperator();
  await transact(receiveSerials)(operator, { variantId, serials: serial });
  return db.unit.findFirstOrThrow({ where: { productId, serial } });
}
