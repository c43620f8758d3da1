'use server';

import { transact } from '@/lib/core/context';
import { inLocale } from '@/lib/core/paths';
import { askForRepair, openRepair } from '@/lib/flows/repairs/ask-for-repair';
import { doRepair, fitRepairPart } from '@/lib/flows/repairs/do-repair';
import { closeRepairByStaff, handOver } from '@/lib/flows/repairs/hand-over-repair';
import { answerOwnQuote, cancelOwnRepair, closeOwnRepair } from '@/lib/flows/repairs/own-repair';
import { takeInRepair } from '@/lib/flows/repairs/take-in-repair';
import { paths } from '@/lib/paths';
import { repairPath } from '@/lib/repairs/choices/repair-path';
import { decideRepair, diagnoseRepair, quoteRepair } from '@/lib/repairs/commands';
import {
  answerQuoteInput,
  askRepairInput,
  closeRepairInput,
  decideRepairInput,
  diagnoseInput,
  handOverInput,
  openRepairInput,
  ownRepairInput,
  quoteRepairInput,
  takeInInput,
  usePartInput,
  workOnRepairInput,
} from '@/lib/repairs/schema';
import { action, anyone, staff } from '@/lib/web/action';
import { redirect } from '@/lib/web/redirect';

export const askRepairAction = action(askRepairInput, anyone, async (actor, input) => {
  const { number } = await askForRepair(actor, input);
  redirect(inLocale(input.locale, repairPath(input, number)));
});

export const cancelRepairAction = action(ownRepairInput, anyone, (actor, input) => cancelOwnRepair(actor, input));

export const answerQuoteAction = action(answerQuoteInput, anyone, (actor, input) => answerOwnQuote(actor, input));

export const backRepairAction = action(ownRepairInput, anyone, (actor, input) => closeOwnRepair(actor, input));

export const openRepairAction = action(openRepairInput, staff('repairs.handle'), async (actor, input) => {
  const { number } = await openRepair(actor, input);
  redirect(inLocale(input.locale, paths.staff('repairs', number)));
});

export const decideRepairAction = action(decideRepairInput, staff('repairs.handle'), transact(decideRepair));

export const takeInRepairAction = action(takeInInput, staff('repairs.handle'), (actor, input) =>
  takeInRepair(actor, input),
);

export const diagnoseRepairAction = action(diagnoseInput, staff('repairs.handle'), transact(diagnoseRepair));

export const quoteRepairAction = action(quoteRepairInput, staff('repairs.handle'), transact(quoteRepair));

export const workOnRepairAction = action(workOnRepairInput, staff('repairs.handle'), (actor, input) =>
  doRepair(actor, input),
);

export const fitPartAction = action(usePartInput, staff('repairs.handle'), (actor, input) =>
  fitRepairPart(actor, input),
);

export const handOverAction = action(handOverInput, staff('repairs.handle'), (actor, input) => handOver(actor, input));

export const closeRepairAction = action(closeRepairInput, staff('repairs.handle'), (actor, input) =>
  closeRepairByStaff(actor, input),
);
