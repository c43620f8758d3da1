import type { Door } from '@/lib/core/door';

import { historyDoor, readDoor, sourceDoor, voteDoor } from './posts';
import { dropChallengeDoor } from './drop-challenge';
import { dropClaimDoor } from './drop-claim';
import { dropEntriesDoor } from './drop-entries';
import { dropFiguresDoor } from './drop-figures';
import { dropLedgerDoor } from './drop-ledger';
import { dropPassDoor } from './drop-pass';
import { dropRedeemDoor } from './drop-redeem';
import { dropStateDoor } from './drop-state';
import { giveBackDoor } from './give-back';
import { ideaVoteDoor } from './idea-vote';
import { notificationReadDoor } from './notifications';
import { viewerDoor } from './viewer';
import { checkoutDoor } from './checkout';

/** Every fast door. */
export const doors: readonly Door[] = [
  viewerDoor,
  dropStateDoor,
  dropEntriesDoor,
  dropLedgerDoor,
  dropChallengeDoor,
  dropClaimDoor,
  dropPassDoor,
  dropRedeemDoor,
  dropFiguresDoor,
  voteDoor,
  readDoor,
  sourceDoor,
  historyDoor,
  checkoutDoor,
  giveBackDoor,
  ideaVoteDoor,
  notificationReadDoor,
];
