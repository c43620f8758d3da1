import type { WorkerPart } from '@/lib/core/worker-part';
import { minute } from '@/lib/core/time';
import { askOwners, tellOfQuestion } from './ask-owners';
import { moveClaims } from './decide-claim';
import { tellOfClaim, tellOfMove, tellOfRefusal } from './on-claim';
import { tellFormerOwner } from './on-passed-on';
import { onOwnerHeard } from './on-owner-heard';
import { registerBuyer, welcomeOwner } from './register-owner';

export const ownershipFlowsWorker: WorkerPart = {
  reactions: {
    'order.delivered': { registerBuyer },
    'owner.registered': { welcomeOwner },
    'owner.passedOn': { tellFormerOwner },
    'claim.accepted': { tellOfClaim },
    'claim.refused': { tellOfRefusal },
    'claim.moved': { tellOfMove },
    'owner.asked': { tellOfQuestion },
    'owner.heard': { tellOwner: onOwnerHeard },
  },
  schedules: [
    { name: 'ask-owners', everyMs: minute, run: askOwners },
    { name: 'move-claims', everyMs: minute, run: moveClaims },
  ],
};
