import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { localizedName } from '@/lib/core/locale';
import { feedbackNotices } from '@/lib/feedback/notices';
import { getToldRelease, listCredited, listReleaseVoters, type ShippedVote } from '@/lib/feedback/queries/audience';
import { membersWhoCanRead } from '@/lib/forum/visible-boards';
import { notify } from '@/lib/notifications/commands';

/** Tells whom a release credits that their idea shipped, and everyone who voted for something in it. */
export async function onReleasePublished(ctx: Ctx, event: RecordedEvent<'release.published'>): Promise<void> {
  const release = await getToldRelease(ctx, event.payload);
  if (!release) return;
  const { slug, version, product } = release;
  const data = { slug, version, product: localizedName(product) };
  const recipientsOf = async (votes: ShippedVote[]) =>
    [...(await readableOf(ctx, votes))].map(([memberId, [first, ...more]]) => ({
      memberId,
      data: { ...data, title: first!.title, ideas: 1 + more.length },
    }));
  const credited = await recipientsOf(await listCredited(ctx, event.payload));
  await notify(ctx, feedbackNotices['release.credited'], event, credited);
  const voters = await recipientsOf(await listReleaseVoters(ctx, event.payload));
  await notify(ctx, feedbackNotices['release.shipped'], event, voters);
}

// An idea that a member may not read is neither named nor counted to them.
async function readableOf(ctx: Ctx, people: ShippedVote[]): Promise<Map<string, ShippedVote[]>> {
  const byMember = new Map<string, ShippedVote[]>();
  for (const threadId of new Set(people.map((each) => each.threadId))) {
    const votes = people.filter((each) => each.threadId === threadId);
    const readers = await membersWhoCanRead(
      ctx,
      [threadId],
      votes.map(({ memberId }) => memberId),
    );
    for (const vote of votes)
      if (readers.has(vote.memberId)) byMember.set(vote.memberId, [...(byMember.get(vote.memberId) ?? []), vote]);
  }
  return byMember;
}
