import type { FrontPart } from '@/lib/core/front-part';
import { listBoardPages, threadAddresses } from './addresses';
import { postHistoryEndpoint, threadReadEndpoint, postSourceEndpoint, postVoteEndpoint } from './endpoints';
import { forumPart } from './viewer';

export const forumFront: FrontPart = {
  endpoints: [postVoteEndpoint, threadReadEndpoint, postSourceEndpoint, postHistoryEndpoint],
  viewer: [forumPart],
  pages: listBoardPages,
  addressParts: threadAddresses,
};
