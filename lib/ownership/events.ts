/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    'owner.registered': { ownershipId: string };
    'owner.asked': { promptId: string };
    'owner.passedOn': { transferId: string };
    'claim.accepted': { claimId: string };
    'claim.refused': { claimId: string };
    'claim.moved': { claimId: string; formerId: string };
    'owner.heard': { voiceId: string };
  }
  interface Records {
    'owner.answered': { voiceId: string };
  }
}
