import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { getStepReason, getToldIdea, listVoters, type StagedIdea } from '@/lib/feedback/queries/audience';
import type { Words } from '@/lib/notifications/schema';
import { tellMany } from '@/lib/notifications/tell-many';

type Staged = Happened<'idea.staged'>;

/** Tells an idea's author and every voter where it stands now. What ships is told by its release, once for all its ideas. */
export async function onIdeaStaged(ctx: Ctx, event: Staged): Promise<void> {
  if (event.payload.to === 'SHIPPED') return;
  const idea = await getToldIdea(ctx, event.payload);
  if (!idea) return;
  const reason = await getStepReason(ctx, event.payload);
  if (event.payload.mergedIntoId) return tellOfMerge(ctx, event, idea, event.payload.mergedIntoId);
  const kind = kinds[event.payload.to];
  if (!kind) return;
  const data = { title: idea.title, product: idea.product, why: reason ? 'yes' : 'no', reason };
  await tellSide(ctx, event, idea, { kind, data, path: idea.path, voters: await listVoters(ctx, idea) });
}

const kinds: Record<string, string> = { NEW: 'ideaReopened', ACCEPTED: 'ideaAccepted', PLANNED: 'ideaPlanned', STARTED: 'ideaStarted', DECLINED: 'ideaDeclined' };

async function tellOfMerge(ctx: Ctx, event: Staged, idea: StagedIdea, intoId: string): Promise<void> {
  const into = await getToldIdea(ctx, { ideaId: intoId });
  if (!into) return;
  const [joining, there] = [await listVoters(ctx, idea), await listVoters(ctx, into)];
  const path = into.path;
  const data = { title: idea.title, into: into.title, votes: into.votes, product: into.product };
  await tellSide(ctx, event, idea, { kind: 'ideaMerged', data, path, voters: joining });
  const told = new Set([...joining, idea.authorId]);
  const rest = there.filter((voter) => !told.has(voter));
  const author = told.has(into.authorId) ? null : into.authorId;
  await tellSide(ctx, event, { authorId: author }, { kind: 'ideaJoined', data, path, voters: rest });
}

type Telling = { kind: string; data: Words; path: string; voters: string[] };

async function tellSide(ctx: Ctx, event: Staged, { authorId }: { authorId: string | null }, { kind, data, path, voters }: Telling): Promise<void> {
  const others = voters.filter((voter) => voter !== authorId && voter !== event.actorId);
  const author = authorId && authorId !== event.actorId ? [authorId] : [];
  await tellMany(ctx, { memberIds: author, kind, data: { ...data, role: 'author' }, path, eventId: event.id });
  await tellMany(ctx, { memberIds: others, kind, data: { ...data, role: 'voter' }, path, eventId: event.id });
}
