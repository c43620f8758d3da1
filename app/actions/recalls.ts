'use server';

import { transact } from '@/lib/core/context';
import { inLocale } from '@/lib/core/paths';
import { answerByLink } from '@/lib/flows/recalls/answer-recall';
import { checkSerial } from '@/lib/flows/recalls/check-serial';
import { handleRecalledUnit, takeRecallBack } from '@/lib/flows/recalls/handle-unit';
import { paths } from '@/lib/paths';
import { closeRecall, publishRecall, remindOwners, reopenRecall, saveRecall } from '@/lib/recalls/commands';
import {
  answerRecallInput,
  checkSerialInput,
  endRecallInput,
  handleUnitInput,
  publishRecallInput,
  recallInput,
  remindInput,
  saveRecallInput,
} from '@/lib/recalls/schema';
import { action, anyone, staff } from '@/lib/web/action';
import { redirect } from '@/lib/web/redirect';
import { currentNetwork } from '@/lib/web/session';

export const saveRecallAction = action(saveRecallInput, staff('recalls.run'), async (actor, input) => {
  const { id } = await transact(saveRecall)(actor, input);
  redirect(inLocale(input.locale, paths.staff('recalls', id)));
});

export const publishRecallAction = action(publishRecallInput, staff('recalls.run'), (actor, input) =>
  transact(publishRecall)(actor, input),
);

export const closeRecallAction = action(endRecallInput, staff('recalls.run'), (actor, input) =>
  transact(closeRecall)(actor, input),
);

export const reopenRecallAction = action(recallInput, staff('recalls.run'), (actor, input) =>
  transact(reopenRecall)(actor, input),
);

export const withdrawRecallAction = action(endRecallInput, staff('recalls.run'), (actor, input) =>
  takeRecallBack(actor, input),
);

export const remindOwnersAction = action(remindInput, staff('recalls.run'), (actor, input) =>
  transact(remindOwners)(actor, input),
);

export const handleUnitAction = action(handleUnitInput, staff('recalls.handle'), (actor, input) =>
  handleRecalledUnit(actor, input),
);

export const answerRecallAction = action(answerRecallInput, anyone, (actor, input) => answerByLink(actor, input));

export const checkSerialAction = action(checkSerialInput, anyone, async (actor, input) =>
  checkSerial(actor, input, { network: await currentNetwork() }),
);
