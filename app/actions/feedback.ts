'use server';

import { transact } from '@/lib/core/context';
import { makeIdeaFromPost } from '@/lib/flows/feedback/make-idea-from-post';
import { makeIdeaFromVoice } from '@/lib/flows/feedback/make-idea-from-voice';
import { action, staff } from '@/lib/web/action';

import * as commands from '@/lib/feedback/commands';
import {
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
