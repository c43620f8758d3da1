'use server';

import { transact } from '@/lib/core/context';
import { inLocale } from '@/lib/core/paths';
import { chooseIdeas } from '@/lib/flows/feedback/choose-ideas';
import { makeIdeaFromPost } from '@/lib/flows/feedback/make-idea-from-post';
import { makeIdeaFromVoice } from '@/lib/flows/feedback/make-idea-from-voice';
import { paths } from '@/lib/paths';
import { action, staff } from '@/lib/web/action';
import { redirect } from '@/lib/web/redirect';

import * as commands from '@/lib/feedback/commands';
import {
  chooseIdeasInput,
  makeIdeaInput,
  mergeIdeasInput,
  stageIdeaInput,
  voiceToIdeaInput,
  writeReleaseInput,
} from '@/lib/feedback/schema';

export const stageIdeaAction = action(stageIdeaInput, staff('feedback.triage'), transact(commands.stageIdea));

export const mergeIdeasAction = action(mergeIdeasInput, staff('feedback.triage'), transact(commands.mergeIdeas));

export const makeIdeaAction = action(makeIdeaInput, staff('feedback.makeIdeas'), makeIdeaFromPost);

export const voiceToIdeaAction = action(voiceToIdeaInput, staff('ownership.triageVoices'), makeIdeaFromVoice);

export const writeReleaseAction = action(writeReleaseInput, staff('feedback.release'), transact(commands.writeRelease));

export const chooseIdeasAction = action(chooseIdeasInput, staff('feedback.triage'), async (actor, input) => {
  const id = await chooseIdeas(actor, input);
  redirect(inLocale(input.locale, paths.staff('triage', 'bulk', id)));
});
