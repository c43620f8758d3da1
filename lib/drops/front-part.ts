import type { FrontPart } from '@/lib/core/front-part';
import { listDropPages } from './addresses';
import { dropChallengeDoor } from './endpoints/challenge';
import { dropClaimDoor } from './endpoints/claim';
import { dropEntriesDoor } from './endpoints/entries';
import { dropFiguresDoor } from './endpoints/figures';
import { dropLedgerDoor } from './endpoints/ledger';
import { dropPassDoor } from './endpoints/pass';
import { dropRedeemDoor } from './endpoints/redeem';
import { dropLiveDoor, dropStateDoor } from './endpoints/state';
import { dropsPart } from './viewer';

export const dropsFront: FrontPart = {
  endpoints: [
    dropStateDoor,
    dropEntriesDoor,
    dropLedgerDoor,
    dropChallengeDoor,
    dropClaimDoor,
    dropPassDoor,
    dropRedeemDoor,
    dropFiguresDoor,
  ],
  streams: [dropLiveDoor],
  viewer: [dropsPart],
  pages: listDropPages,
};
