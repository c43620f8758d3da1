import type { Door } from '@/lib/core/door';

import { historyDoor, readDoor, sourceDoor, voteDoor } from '@/lib/forum/endpoints';
import { dropChallengeDoor } from '@/lib/drops/endpoints/challenge';
import { dropClaimDoor } from '@/lib/drops/endpoints/claim';
import { dropEntriesDoor } from '@/lib/drops/endpoints/entries';
import { dropFiguresDoor } from '@/lib/drops/endpoints/figures';
import { dropLedgerDoor } from '@/lib/drops/endpoints/ledger';
import { dropPassDoor } from '@/lib/drops/endpoints/pass';
import { dropRedeemDoor } from '@/lib/drops/endpoints/redeem';
import { dropStateDoor } from '@/lib/drops/endpoints/state';
import { giveBackDoor } from '@/lib/flows/drops/give-back-endpoint';
import { ideaVoteDoor } from '@/lib/flows/feedback/idea-vote-endpoint';
import { notificationReadDoor } from '@/lib/notifications/endpoints';
import { viewerDoor } from './viewer-endpoint';
import { checkoutDoor } from '@/lib/flows/orders/checkout-endpoint';

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
