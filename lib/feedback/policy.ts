import { type Actor, isMember, may } from '@/lib/core/actor';

import { openStages, shippableStages, type IdeaStage } from './schema';

type Staged = { stage: IdeaStage };

/** Where an idea may be moved by hand. MERGED is reached by merging only, SHIPPED by a release only. */
export const moves: Record<IdeaStage, readonly IdeaStage[]> = {
  NEW: ['ACCEPTED', 'PLANNED', 'STARTED', 'DECLINED'],
  ACCEPTED: ['PLANNED', 'STARTED', 'DECLINED'],
  PLANNED: ['STARTED', 'ACCEPTED', 'DECLINED'],
  STARTED: ['PLANNED', 'DECLINED'],
  DECLINED: ['NEW', 'ACCEPTED'],
  SHIPPED: [],
  MERGED: [],
};

const way: readonly IdeaStage[] = ['NEW', 'ACCEPTED', 'PLANNED', 'STARTED', 'SHIPPED'];

/** A refusal of an idea, and every step back, needs a reason for its author. */
export function needsReason(from: IdeaStage, to: IdeaStage): boolean {
  return to === 'DECLINED' || (way.includes(from) && way.indexOf(to) < way.indexOf(from));
}

/** Decide what becomes of ideas. */
export function canTriage(actor: Actor): boolean {
  return may(actor, 'feedback.triage');
}

/** Moderators too may see an idea in what was said elsewhere. */
export function canMakeIdeas(actor: Actor): boolean {
  return may(actor, 'feedback.makeIdeas');
}

/** Write and publish releases. */
export function canRelease(actor: Actor): boolean {
  return may(actor, 'feedback.release');
}

export function isOpen({ stage }: Staged): boolean {
  return (openStages as readonly IdeaStage[]).includes(stage);
}

export function canMove(from: IdeaStage, to: IdeaStage): boolean {
  return moves[from].includes(to);
}

export function canShip({ stage }: Staged): boolean {
  return (shippableStages as readonly IdeaStage[]).includes(stage);
}

/** Why the actor may not vote for an idea, as the refusal's code; null when they may. Every confirmed member has one vote. */
export function refusalToVote(actor: Actor, idea: Staged): string | null {
  if (!isMember(actor)) return 'signed-out';
  if (!actor.confirmed) return 'unconfirmed';
  return isOpen(idea) ? null : 'idea-closed';
}
