import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { getStepReason, getToldIdea, listVoters, type StagedIdea } from '@/lib/feedback/queries/audience';
import { whoReads } from '@/lib/forum/seen-boards';
import type { Kind, WordsOf } from '@/lib/notifications/kinds';
import { tellMany, type ToldMany } from '@/lib/notifications/tell-many';

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
  await tellSide(
    ctx,
    event,
    { authorId: idea.authorId, threadIds: [idea.threadId] },
    { kind, data, path: idea.path, voters: await listVoters(ctx, idea) },
  );
}

const kinds: Record<string, 'ideaReopened' | 'ideaAccepted' | 'ideaPlanned' | 'ideaStarted' | 'ideaDeclined'> = {
  NEW: 'ideaReopened',
  ACCEPTED: 'ideaAccepted',
  PLANNED: 'ideaPlanned',
  STARTED: 'ideaStarted',
  DECLINED: 'ideaDeclined',
};

// Both sides are named by the other's title, so only who may read both is told of both. A voter or an author of the idea
// that was joined, to whom the other is closed, is told without its name that theirs is heard there.
async function tellOfMerge(ctx: Ctx, event: Staged, idea: StagedIdea, intoId: string): Promise<void> {
  const into = await getToldIdea(ctx, { ideaId: intoId });
  if (!into) return;
  const joining = await listVoters(ctx, idea);
  const readers = await whoReads(ctx, [idea.threadId, into.threadId], [...joining, idea.authorId]);
  const data = { title: idea.title, into: into.title, votes: into.votes, product: into.product };
  const both = { authorId: onlyOf(readers, idea.authorId), threadIds: [idea.threadId, into.threadId] };
  await tellSide(ctx, event, both, {
    kind: 'ideaMerged',
    data,
    path: into.path,
    voters: joining.filter((voter) => readers.has(voter)),
  });
  const outside = { authorId: readers.has(idea.authorId) ? null : idea.authorId, threadIds: [idea.threadId] };
  const { title, product } = data;
  await tellSide(ctx, event, outside, {
    kind: 'ideaMergedInside',
    data: { title, product },
    path: idea.path,
    voters: joining.filter((voter) => !readers.has(voter)),
  });
  const told = new Set([...joining, idea.authorId]);
  const rest = (await listVoters(ctx, into)).filter((voter) => !told.has(voter));
  await tellSide(
    ctx,
    event,
    { authorId: told.has(into.authorId) ? null : into.authorId, threadIds: both.threadIds },
    { kind: 'ideaJoined', data, path: into.path, voters: rest },
  );
}

const onlyOf = (readers: Set<string>, memberId: string) => (readers.has(memberId) ? memberId : null);

type Side = { authorId: string | null; threadIds: string[] };
type IdeaKind = Exclude<Extract<Kind<'app'> & Kind<'mail'>, `idea${string}`>, 'ideaMade'>;
type Telling<K extends IdeaKind> = { kind: K; data: WordsOf<K, 'role'>; path: string; voters: string[] };

// Who may no longer read one of the threads at this moment is left out: a board can close and an idea be withdrawn meanwhile.
async function tellSide<K extends IdeaKind>(
  ctx: Ctx,
  event: Staged,
  { authorId, threadIds }: Side,
  { kind, data, path, voters }: Telling<K>,
): Promise<void> {
  const readers = await whoReads(ctx, threadIds, authorId ? [authorId, ...voters] : voters);
  const others = voters.filter((voter) => voter !== authorId && voter !== event.actorId && readers.has(voter));
  const author = authorId && authorId !== event.actorId && readers.has(authorId) ? [authorId] : [];
  const tellAs = (role: 'author' | 'voter', memberIds: string[]) =>
    tellMany<K>(ctx, { memberIds, kind, data: { ...data, role }, path, eventId: event.id } as unknown as ToldMany<K>);
  await tellAs('author', author);
  await tellAs('voter', others);
}
