import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import type { Notice } from '@/lib/core/notices';
import { feedbackNotices } from '@/lib/feedback/notices';
import { getStepReason, getIdeaForNotice, listVoters, type IdeaForNotice } from '@/lib/feedback/queries/audience';
import { membersWhoCanRead } from '@/lib/forum/visible-boards';
import { notify } from '@/lib/notifications/commands';

type Staged = RecordedEvent<'idea.staged'>;

/**
 * Tells an idea's author and every voter where it stands now. What ships is told by its release, once for all its ideas; of several steps
 * that none of them was told of yet, the last is.
 */
export async function onIdeaStaged(ctx: Ctx, event: Staged): Promise<void> {
  if (event.payload.to === 'SHIPPED') return;
  const idea = await getIdeaForNotice(ctx, event.payload);
  if (!idea || idea.stage !== event.payload.to) return;
  const reason = await getStepReason(ctx, event.payload);
  if (event.payload.mergedIntoId) return tellOfMerge(ctx, event, idea, event.payload.mergedIntoId);
  const notice = ofStage[event.payload.to];
  if (!notice) return;
  const { title, product, path } = idea;
  const why = reason ? ('yes' as const) : ('no' as const);
  await tellSide(
    ctx,
    event,
    { authorId: idea.authorId, voters: await listVoters(ctx, idea), threadIds: [idea.threadId] },
    { notice, data: { title, product, path, why, reason } },
  );
}

const ofStage: Record<
  string,
  (typeof feedbackNotices)['idea.accepted' | 'idea.reopened' | 'idea.planned' | 'idea.started' | 'idea.declined']
> = {
  NEW: feedbackNotices['idea.reopened'],
  ACCEPTED: feedbackNotices['idea.accepted'],
  PLANNED: feedbackNotices['idea.planned'],
  STARTED: feedbackNotices['idea.started'],
  DECLINED: feedbackNotices['idea.declined'],
};

// The notice of a merge names both titles, so only members who may read both threads get it. A voter or an author of the
// joined idea who may not read the other gets a notice without its title.
async function tellOfMerge(ctx: Ctx, event: Staged, idea: IdeaForNotice, intoId: string): Promise<void> {
  const into = await getIdeaForNotice(ctx, { ideaId: intoId });
  if (!into) return;
  const joining = await listVoters(ctx, idea);
  const readers = await membersWhoCanRead(ctx, [idea.threadId, into.threadId], [...joining, idea.authorId]);
  const { title } = idea;
  const both = { title, into: into.title, votes: into.votes, product: into.product, path: into.path };
  const threadIds = [idea.threadId, into.threadId];
  await tellSide(
    ctx,
    event,
    { authorId: onlyOf(readers, idea.authorId), voters: joining.filter((voter) => readers.has(voter)), threadIds },
    { notice: feedbackNotices['idea.merged'], data: both },
  );
  const outside = joining.filter((voter) => !readers.has(voter));
  await tellSide(
    ctx,
    event,
    { authorId: readers.has(idea.authorId) ? null : idea.authorId, voters: outside, threadIds: [idea.threadId] },
    { notice: feedbackNotices['idea.mergedPrivately'], data: { title, product: into.product, path: idea.path } },
  );
  const notified = new Set([...joining, idea.authorId]);
  const rest = (await listVoters(ctx, into)).filter((voter) => !notified.has(voter));
  await tellSide(
    ctx,
    event,
    { authorId: notified.has(into.authorId) ? null : into.authorId, voters: rest, threadIds },
    { notice: feedbackNotices['idea.joined'], data: both },
  );
}

const onlyOf = (readers: Set<string>, memberId: string) => (readers.has(memberId) ? memberId : null);

type Side = { authorId: string | null; voters: string[]; threadIds: string[] };
type InRole = { role: 'author' | 'voter' };

// Members who may no longer read one of the threads are left out: a board can be restricted and an idea withdrawn meanwhile.
async function tellSide<D extends object>(
  ctx: Ctx,
  event: Staged,
  { authorId, voters, threadIds }: Side,
  { notice, data }: { notice: Notice<string, D & InRole, undefined>; data: D },
): Promise<void> {
  const concerned = new Set(authorId ? [authorId, ...voters] : voters);
  const readers = await membersWhoCanRead(ctx, threadIds, [...concerned]);
  const recipients = [...concerned]
    .filter((memberId) => memberId !== event.actorId && readers.has(memberId))
    .map((memberId) => ({ memberId, data: { ...data, role: roleOf(memberId, authorId) } }));
  await notify(ctx, notice, event, recipients);
}

const roleOf = (memberId: string, authorId: string | null) => (memberId === authorId ? 'author' : 'voter');
