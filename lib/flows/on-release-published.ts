import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { named } from '@/lib/core/locale';
import { paths } from '@/lib/core/paths';
import { listCredited, listReleaseVoters, type ShippedVote } from '@/lib/feedback/queries/audience';
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
  const tell = (kind: string, people: ShippedVote[]) => tellAlike(ctx, { kind, people, words, path, eventId: event.id });
  await tell('releaseCredited', await listCredited(ctx, event.payload));
  await tell('releaseShipped', await listReleaseVoters(ctx, event.payload));
}

type Telling = { kind: string; people: ShippedVote[]; words: Words; path: string; eventId: string };

// Whoever is owed the same words is told by the same statements: those with one idea by that idea, the others by how many.
async function tellAlike(ctx: Ctx, { people, words, ...told }: Telling): Promise<void> {
  const groups = new Map<string, ShippedVote[]>();
  for (const person of people) {
    const key = person.ideas === 1 ? person.ideaId : String(person.ideas);
    if (!groups.get(key)?.push(person)) groups.set(key, [person]);
  }
  for (const group of groups.values()) {
    const { ideas, title } = group[0]!;
    await tellMany(ctx, { ...told, memberIds: group.map(({ memberId }) => memberId), data: { ...words, ideas, title } });
  }
}
