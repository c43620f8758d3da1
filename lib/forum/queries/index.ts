export { findMovedTo } from './moved-to';
export { getFeed, lastThreadNumber, listPublicThreads, type Feed, type FeedItem } from './feed';
export { getPostForNotice, findSeenPost, type PostForNotice } from './find-post';
export { getOwnBoardPart, getOwnThreadPart, type OwnBoardPart, type OwnThreadPart } from './get-own-part';
export { getPostHistory, getPostSource, type PostSource, type Version } from './get-post';
export { getThreadPage, postsPerPage, type ThreadPage } from './get-thread';
export { listBoards, listBoardsToWrite, type BoardItem } from './list-boards';
export {
  getBoardPage,
  listLatestThreads,
  listThreadsBy,
  pageSize,
  type BoardPage,
  type ThreadList,
} from './list-threads';
export type { Author, BoardFacts, PostView, ThreadItem } from './views';
export { listHiddenPosts, type HiddenPost } from './list-hidden';
export { listJudgedPosts, type JudgedPost } from './list-judged';
export { listUnreadableThreads } from './list-unreadable';
