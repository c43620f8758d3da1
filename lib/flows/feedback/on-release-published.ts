import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { named } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { listCredited, listReleaseVoters, type ShippedVote } from '@/lib/feedback/queries/audience';
import { whoReads } from '@/lib/forum/seen-boards';
import type { Words } from '@/lib/notifications/schema';
import { tellMany } from '@/lib/notifications/tell-many';

/** Tells whom a release credits that their idea shipped, and everyone who voted for something in it. */
export async function onReleasePublished(ctx: Ctx, event: Happened<'release.published'>): Promise<void> {
  const release = await ctx.db.release.findUnique({
    where: { id: event.payload.releaseId },
    select: { slug: true, version: true, product: { select: { title: true, titleZh: true } } },
  });
  if (!release) return;
  const path = paths.release(release.slug);
  const words = { version: release.version, product: named(release.product) };
  const tell = (kind: Telling['kind'], people: ShippedVote[]) =>
    tellAlike(ctx, { kind, people, words, path, eventId: event.id });
  await tell('releaseCredited', await listCredited(ctx, event.payload));
  await tell('releaseShipped', await listReleaseVoters(ctx, event.payload));
}

type Telling = {
  kind: 'releaseCredited' | 'releaseShipped';
  people: ShippedVote[];
  words: Record<'version' | 'product', Words[string]>;
  path: string;
  eventId: string;
};

// Whoever is owed the same words is told by the same statements: those with one idea by that idea, the others by how many.
// An idea that a member may not read is neither named nor counted to them.
async function tellAlike(ctx: Ctx, { people, words, ...told }: Telling): Promise<void> {
  const groups = new Map<string, { ideas: number; title: string; memberIds: string[] }>();
  for (const [memberId, [first, ...more]] of await readableOf(ctx, people)) {
    const key = more.length === 0 ? first!.ideaId : String(1 + more.length);
    const group = groups.get(key) ?? { ideas: 1 + more.length, title: first!.title, memberIds: [] };
    groups.set(key, group).get(key)!.memberIds.push(memberId);
  }
  for (const { ideas, title, memberIds } of groups.values())
    await tellMany(ctx, { ...told, memberIds, data: { ...words, ideas, title } });
}

async function readableOf(ctx: Ctx, people: ShippedVote[]): Promise<Map<string, ShippedVote[]>> {
  const byMember = new Map<string, ShippedVote[]>();
  for (const threadId of new Set(people.map((each) => each.threadId))) {
    const votes = people.filter((each) => each.threadId === threadId);
    const readers = await whoReads(
      ctx,
      [threadId],
      votes.map(({ memberId }) => memberId),
    );
    for (const vote of votes)
      if (readers.has(vote.memberId)) byMember.set(vote.memberId, [...(byMember.get(vote.memberId) ?? []), vote]);
  }
  return byMember;
}
