'use server';

import { transact } from '@/lib/core/context';
import { startThread } from '@/lib/flows/forum/start-thread';
import { action, confirmed, inArea, staff } from '@/lib/web/action';

import * as commands from '@/lib/forum/commands';
import {
  acceptAnswerInput,
  addBoardInput,
  archiveBoardInput,
  changeBoardInput,
  deleteBoardInput,
  mergeBoardInput,
  mergeRef,
  moveBoardInput,
  editPostForm,
  hidePostInput,
  replyInput,
  restorePostInput,
  startThreadInput,
  threadStateInput,
  unarchiveBoardInput,
  withdrawPostInput,
} from '@/lib/forum/schema';
import { isPublicBoard } from '@/lib/forum/published';

const fan = inArea('community', confirmed);

export const startThreadAction = action(startThreadInput, fan, async (actor, input) => {
  const { number, slug, board } = await startThread(actor, input);
  return { number, slug, inner: !isPublicBoard(board) };
});

export const replyAction = action(replyInput, fan, transact(commands.reply));

export const editPostAction = action(editPostForm, fan, transact(commands.editPost));

export const withdrawPostAction = action(withdrawPostInput, fan, transact(commands.withdrawPost));

export const acceptAnswerAction = action(acceptAnswerInput, fan, transact(commands.acceptAnswer));

export const pinThreadAction = action(threadStateInput, staff('forum.moderate'), transact(commands.pinThread));

export const closeThreadAction = action(threadStateInput, staff('forum.moderate'), transact(commands.closeThread));

export const hidePostAction = action(hidePostInput, staff('moderation.decide'), transact(commands.hidePost));

export const restorePostAction = action(restorePostInput, staff('moderation.decide'), transact(commands.restorePost));

export const addBoardAction = action(addBoardInput, staff('forum.openBoards'), transact(commands.addBoard));

export const changeBoardAction = action(changeBoardInput, staff('forum.openBoards'), transact(commands.changeBoard));

export const archiveBoardAction = action(archiveBoardInput, staff('forum.openBoards'), transact(commands.archiveBoard));

export const unarchiveBoardAction = action(
  unarchiveBoardInput,
  staff('forum.openBoards'),
  transact(commands.unarchiveBoard),
);

export const mergeBoardAction = action(mergeBoardInput, staff('forum.openBoards'), transact(commands.mergeBoard));

export const callBackMergeAction = action(mergeRef, staff('forum.openBoards'), transact(commands.callBackMerge));

export const moveBoardAction = action(moveBoardInput, staff('forum.openBoards'), transact(commands.moveBoard));

export const deleteBoardAction = action(deleteBoardInput, staff('forum.openBoards'), transact(commands.deleteBoard));
