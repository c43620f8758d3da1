'use server';

import { transact } from '@/lib/core/context';
import { makeIdeaFromPost } from '@/lib/flows/make-idea-from-post';
import { makeIdeaFromVoice } from '@/lib/flows/make-idea-from-voice';
import { action, staff } from '@/lib/web/action';

import * as commands from './commands';
import {
  linkVoiceInput,
  makeIdeaInput,
  mergeIdeasInput,
  noteVoiceInput,
  stageIdeaInput,
  voiceToIdeaInput,
  writeReleaseInput,
} from './schema';

export const stageIdeaAction = action(stageIdeaInput, staff('PRODUCT_OWNER'), transact(commands.stageIdea));

export const mergeIdeasAction = action(mergeIdeasInput, staff('PRODUCT_OWNER'), transact(commands.mergeIdeas));

export const makeIdeaAction = action(makeIdeaInput, staff('PRODUCT_OWNER', 'MODERATOR'), makeIdeaFromPost);

export const noteVoiceAction = action(noteVoiceInput, staff('PRODUCT_OWNER'), transact(commands.noteVoice));

export const linkVoiceAction = action(linkVoiceInput, staff('PRODUCT_OWNER'), transact(commands.linkVoice));

export const voiceToIdeaAction = action(voiceToIdeaInput, staff('PRODUCT_OWNER'), makeIdeaFromVoice);

export const writeReleaseAction = action(writeReleaseInput, staff('PRODUCT_OWNER'), transact(commands.writeRelease));
