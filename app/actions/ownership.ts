'use server';

import { transact } from '@/lib/core/context';
import { linkVoice } from '@/lib/flows/ownership/link-voice';
import { answerQuestion, askOwnersOf, noteVoice } from '@/lib/ownership/commands';
import { answerSchema, linkVoiceInput, noteVoiceInput, questionInput } from '@/lib/ownership/schema';
import { action, member, staff } from '@/lib/web/action';

const answer = transact(answerQuestion);

export const answerQuestionAction = action(
  answerSchema,
  member,
  async (actor, input) => void (await answer(actor, input)),
);

export const askOwnersAction = action(questionInput, staff('ownership.editQuestions'), transact(askOwnersOf));

export const noteVoiceAction = action(noteVoiceInput, staff('ownership.triageVoices'), transact(noteVoice));

export const linkVoiceAction = action(linkVoiceInput, staff('ownership.triageVoices'), linkVoice);
