import type { FrontPart } from '@/lib/core/front-part';
import { listDropPages } from './addresses';
import { dropChallengeEndpoint } from './endpoints/challenge';
import { dropClaimEndpoint } from './endpoints/claim';
import { dropEntriesEndpoint } from './endpoints/entries';
import { dropFiguresEndpoint } from './endpoints/figures';
import { dropLedgerEndpoint } from './endpoints/ledger';
import { dropPassEndpoint } from './endpoints/pass';
import { dropRedeemEndpoint } from './endpoints/redeem';
import { dropStream, dropStateEndpoint } from './endpoints/state';
import { dropsPart } from './viewer';

export const dropsFront: FrontPart = {
  endpoints: [
    dropStateEndpoint,
    dropEntriesEndpoint,
    dropLedgerEndpoint,
    dropChallengeEndpoint,
    dropClaimEndpoint,
    dropPassEndpoint,
    dropRedeemEndpoint,
    dropFiguresEndpoint,
  ],
  streams: [dropStream],
  viewer: [dropsPart],
  pages: listDropPages,
};
