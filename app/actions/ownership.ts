'use server';

import { transact } from '@/lib/core/context';
import { inLocale } from '@/lib/core/paths';
import { linkVoice } from '@/lib/flows/ownership/link-voice';
import { acceptTransfer, lookUpTransfer, makeTransfer } from '@/lib/flows/ownership/transfer';
import { answerQuestion, askOwnersOf, noteVoice, takeBackTransfer } from '@/lib/ownership/commands';
import {
  answerSchema,
  findTransferInput,
  linkVoiceInput,
  makeTransferInput,
  noteVoiceInput,
  questionInput,
  takeBackTransferInput,
} from '@/lib/ownership/schema';
import { paths } from '@/lib/paths';
import { action, member, staff } from '@/lib/web/action';
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

export const noteVoiceAction = action(noteVoiceInput, staff('ownership.triageVoices'), transact(noteVoice));

export const linkVoiceAction = action(linkVoiceInput, staff('ownership.triageVoices'), linkVoice);
