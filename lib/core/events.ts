/** Every event of the house and what it carries: ids and what its telling needs, never personal data. */
export type Events = {
  'member.joined': { memberId: string };
  'member.passwordReset': { memberId: string };
  'member.warned': { memberId: string; warningId: string };
  'member.suspended': { memberId: string; suspensionId: string };
  'member.suspensionLifted': { memberId: string; suspensionId: string };
  'thread.started': { threadId: string; postId: string };
  'post.replied': { threadId: string; postId: string };
  'post.edited': { threadId: string; postId: string; reason?: string; mentioned?: string[] };
  'answer.accepted': { threadId: string; postId: string };
  'post.hidden': { postId: string; reason: string };
  'post.restored': { postId: string };
  'post.reported': { reportId: string };
  'idea.staged': {
    ideaId: string;
    from: string;
    to: string;
    stepId: string;
    mergedIntoId?: string;
    releaseId?: string;
  };
  'idea.made': { ideaId: string; from: 'post' | 'voice' };
  'release.published': { releaseId: string };
  'drop.announced': { dropId: string };
  'drop.cancelled': { dropId: string };
  'wave.added': { waveId: string; dropId: string };
  'wave.extended': { waveId: string; dropId: string };
  'wave.decided': { waveId: string; dropId: string };
  'unit.offered': { claimId: string; dropId: string };
  'fCode.issued': { codeId: string; dropId: string };
  'reservation.reminded': { waveId: string; memberIds: string[] };
  'claim.released': { claimId: string; dropId: string; cause: string };
  'order.placed': { orderId: string };
  'order.paid': { orderId: string };
  'order.paidLate': { orderId: string; honoured: boolean };
  'order.paidTwice': { orderId: string; paymentId: string };
  'order.alerted': { orderId: string; kind: 'PAYMENT_MISMATCH' | 'REFUND_REFUSED' | 'DISPUTE' };
  'order.overLimit': { orderId: string; limit: 'limit-address' | 'limit-payment' };
  'order.cancelled': { orderId: string; why: string };
  'order.shipped': { orderId: string };
  'order.delivered': { orderId: string };
  'order.refunded': { orderId: string; refundId: string };
  'owner.registered': { ownershipId: string };
  'owner.asked': { promptId: string };
  'owner.answered': { voiceId: string };
  'owner.heard': { voiceId: string };
};

export type EventName = keyof Events;

/** Events that are kept for the record and that nothing follows: no job is queued for them. */
export const unfollowed: ReadonlySet<EventName> = new Set([
  'post.reported',
  'drop.announced',
  'claim.released',
  'order.placed',
  'owner.answered',
]);

/** An event as its reactions receive it. */
export type Happened<N extends EventName = EventName> = {
  id: string;
  name: N;
  payload: Events[N];
  actorId: string | null;
  at: Date;
};
