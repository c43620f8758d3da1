import type { FrontPart } from '@/lib/core/front-part';
import { listBoardPages, threadAddresses } from './addresses';
import { historyDoor, readDoor, sourceDoor, voteDoor } from './endpoints';
import { forumPart } from './viewer';

export const forumFront: FrontPart = {
  endpoints: [voteDoor, readDoor, sourceDoor, historyDoor],
  viewer: [forumPart],
  pages: listBoardPages,
  addressParts: threadAddresses,
};
