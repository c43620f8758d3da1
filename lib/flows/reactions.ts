import type { EventName } from '@/lib/core/events';

import type { Reaction } from './react';

/** The map of the house: what happens next after each event. Each reaction runs once for its event. */
export const reactions: { [N in EventName]: Record<string, Reaction<N>> } = {
  'member.joined': {},
  'member.confirmed': {},
  'member.passwordReset': {},
  'member.warned': {},
  'member.suspended': {},
  'member.suspensionLifted': {},
  'thread.started': {},
  'post.replied': {},
  'post.edited': {},
  'answer.accepted': {},
  'post.hidden': {},
  'post.restored': {},
  'post.reported': {},
  'idea.staged': {},
  'release.published': {},
  'drop.announced': {},
  'drop.cancelled': {},
  'claim.held': {},
  'claim.released': {},
  'order.placed': {},
  'order.paid': {},
  'order.paidLate': {},
  'order.cancelled': {},
  'order.shipped': {},
  'order.delivered': {},
  'order.refunded': {},
  'owner.registered': {},
  'owner.asked': {},
  'owner.answered': {},
  'image.pending': {},
};
