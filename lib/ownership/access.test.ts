import { beforeAll, describe } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { decideClaim } from '@/lib/flows/ownership/decide-claim';
import { linkVoice } from '@/lib/flows/ownership/link-voice';
import { makeTransfer } from '@/lib/flows/ownership/transfer';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeOwner, makeProduct, makeVoice, type MadeProduct } from '@/tests/support/feedback-factories';
import { makeDevice, makeHandedOut } from '@/tests/support/owned-devices';
import { tryAccess } from '@/tests/support/try-access';

import { answerQuestion, askClaim, objectToClaim, takeBackTransfer, withdrawClaim } from './commands';

const { isForStaff, touchesNothingOfOthers } = tryAccess('ownership');

let product: MadeProduct;
let promptId: string;
let ownershipId: string;
let transferId: string;
let claimId: string;

beforeAll(async () => {
  product = await makeProduct();
  promptId = await askOwner();
  const device = await makeDevice();
  ({ ownershipId } = device);
  await makeTransfer(device.owner, { ownershipId, sharesName: false });
  claimId = await askFor(device);
  const where = { unitId: device.unitId };
  ({ id: transferId } = await db.ownerTransfer.findFirstOrThrow({ where, select: { id: true } }));
});

describe('what members do', () => {
  touchesNothingOfOthers('answerQuestion', (actor) =>
    transact(answerQuestion)(actor, { promptId, rating: 5, body: 'Not mine' }),
  );
  touchesNothingOfOthers('takeBackTransfer', (actor) => transact(takeBackTransfer)(actor, { transferId }));
  touchesNothingOfOthers('withdrawClaim', (actor) => transact(withdrawClaim)(actor, { claimId }));
  touchesNothingOfOthers('objectToClaim', (actor) => transact(objectToClaim)(actor, { claimId, objection: 'Mine' }));
  touchesNothingOfOthers('makeTransfer', (actor) => makeTransfer(actor, { ownershipId, sharesName: false }));
});

describe('what staff do', () => {
  isForStaff('decideClaim', async (actor) =>
    decideClaim(actor, { claimId: await askFor(await makeHandedOut()), verdict: 'ACCEPT', reason: 'It fits' }),
  );
  isForStaff('linkVoice', async (actor) => {
    const { id: ideaId } = await makeIdea(product);
    const { id: voiceId } = await makeVoice(product, await makeMember());
    return linkVoice(actor, { voiceId, ideaId });
  });
});

async function askFor({ productId, serial }: { productId: string; serial: string }): Promise<string> {
  const asked = { productId, serial, proof: 'It was a gift', pictures: [] };
  return (await transact(askClaim)(await makeMember(), asked)).id;
}

async function askOwner(): Promise<string> {
  const now = clock();
  const { id: ownershipId } = await makeOwner(product, await makeMember());
  const { id: questionId } = await db.ownerQuestion.create({
    data: { productId: product.id, text: 'How is it?', createdAt: now },
  });
  return (await db.ownerPrompt.create({ data: { ownershipId, questionId, dueAt: now, askedAt: now } })).id;
}
