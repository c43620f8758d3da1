import type { ServerPart } from '@/lib/core/server-part';
import { hour, second } from '@/lib/core/time';

import { listDropPages } from './addresses';
import { dropChallengeDoor } from './endpoints/challenge';
import { dropClaimDoor } from './endpoints/claim';
import { dropEntriesDoor } from './endpoints/entries';
import { dropFiguresDoor } from './endpoints/figures';
import { dropLedgerDoor } from './endpoints/ledger';
import { dropPassDoor } from './endpoints/pass';
import { dropRedeemDoor } from './endpoints/redeem';
import { dropLiveDoor, dropStateDoor } from './endpoints/state';
import { carryOver } from './schedules/carry-over';
import { closeWaitlists } from './schedules/close-waitlists';
import { decideDueWaves } from './schedules/decide-waves';
import { dropsPart } from './viewer';

export const dropsServer: ServerPart = {
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
  schedules: [
    { name: 'decide-waves', everyMs: second, run: decideDueWaves },
    { name: 'carry-over', everyMs: 5 * second, run: carryOver },
    { name: 'close-waitlists', everyMs: hour, run: closeWaitlists },
  ],
  viewer: [dropsPart],
  pages: listDropPages,
};
