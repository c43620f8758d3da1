import type { ServerPart } from '@/lib/core/server-part';

import { listBoardPages, threadAddresses } from './addresses';
import { historyDoor, readDoor, sourceDoor, voteDoor } from './endpoints';
import { forumPart } from './viewer';

export const forumServer: ServerPart = {
  endpoints: [voteDoor, readDoor, sourceDoor, historyDoor],
  viewer: [forumPart],
  pages: listBoardPages,
  addressParts: threadAddresses,
};
