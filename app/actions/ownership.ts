'use server';

import { transact } from '@/lib/core/context';
import { language } from '@/lib/core/pieces';
import { inLocale } from '@/lib/core/paths';
import { linkVoice } from '@/lib/flows/ownership/link-voice';
import { decideClaim } from '@/lib/flows/ownership/decide-claim';
import { registerPassport } from '@/lib/flows/ownership/register-passport';
import { registerSerial } from '@/lib/flows/ownership/register-serial';
import { acceptTransfer, lookUpTransfer, makeTransfer } from '@/lib/flows/ownership/transfer';
import {
  answerQuestion,
  askClaim,
  askOwnersOf,
  noteVoice,
  objectToClaim,
  takeBackTransfer,
  withdrawClaim,
} from '@/lib/ownership/commands';
import {
  answerSchema,
  askClaimInput,
  decideClaimInput,
  objectToClaimInput,
  registerPassportInput,
  registerSerialInput,
  withdrawClaimInput,
  findTransferInput,
  linkVoiceInput,
  makeTransferInput,
  noteVoiceInput,
  questionInput,
  takeBackTransferInput,
} from '@/lib/ownership/schema';
import { paths } from '@/lib/paths';
import { action, confirmed, member, staff } from '@/lib/web/action';
import { redirect } from '@/lib/web/redirect';

const answer = transact(answerQuestion);

export const answerQuestionAction = action(
  answerSchema,
  member,
  async (actor, input) => void (await answer(actor, input)),
);

export const askOwnersAction = action(questionInput, staff('ownership.editQuestions'), transact(askOwnersOf));

export const makeTransferAction = action(makeTransferInput, member, makeTransfer);

export const takeBackTransferAction = action(takeBackTransferInput, member, transact(takeBackTransfer));

export const findTransferAction = action(findTransferInput, member, async (actor, { code, locale }) => {
  await lookUpTransfer(actor, { code });
  redirect(inLocale(locale, paths.owned('receive', code)));
});

export const acceptTransferAction = action(findTransferInput, member, async (actor, { code, locale }) => {
  const { id } = await acceptTransfer(actor, { code });
  redirect(inLocale(locale, paths.owned(id)));
});

export const registerSerialAction = action(
  registerSerialInput.extend({ locale: language }),
  member,
  async (actor, { locale, ...input }) => {
    const { id } = await registerSerial(actor, input);
    redirect(inLocale(locale, paths.owned(id)));
  },
);

export const registerPassportAction = action(
  registerPassportInput.extend({ locale: language }),
  member,
  async (actor, { locale, key }) => {
    const { id } = await registerPassport(actor, { key });
    redirect(inLocale(locale, paths.owned(id)));
  },
);

export const askClaimAction = action(
  askClaimInput.extend({ locale: language }),
  confirmed,
  async (actor, { locale, ...input }) => {
    const { id } = await transact(askClaim)(actor, input);
    redirect(inLocale(locale, paths.owned('claims', id)));
  },
);

export const withdrawClaimAction = action(withdrawClaimInput, member, transact(withdrawClaim));

export const objectToClaimAction = action(objectToClaimInput, member, transact(objectToClaim));

export const decideClaimAction = action(decideClaimInput, staff('ownership.decideClaims'), decideClaim);

export const noteVoiceAction = action(noteVoiceInput, staff('ownership.triageVoices'), transact(noteVoice));

export const linkVoiceAction = action(linkVoiceInput, staff('ownership.triageVoices'), linkVoice);
