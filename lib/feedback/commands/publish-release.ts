import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { canShip, canRelease } from '../policy';
import { publishReleaseInput, type PublishReleaseInput } from '../schema';
import { lockIdeas, touchIdea, type LockedIdea } from './idea-to-change';
import { lockRelease } from './save-release';
import { writeStep } from './write-step';

/** Publishes a release: all its ideas ship with it, and the members who had them are credited by name. All or nothing. */
export async function publishRelease(ctx: Ctx, input: PublishReleaseInput): Promise<{ id: string; slug: string }> {
  allow(canRelease(ctx.actor));
  const { releaseId } = publishReleaseInput.parse(input);
  const release = await lockRelease(ctx, releaseId);
  if (release.publishedAt) throw new Refused('release-published', 'Published already');
  const picked = await ctx.db.idea.findMany({ where: { releaseId }, select: { id: true } });
  const ideas = await lockIdeas(
    ctx,
    picked.map(({ id }) => id),
  );
  if (!ideas.every((idea) => canShip(idea) && idea.releaseId === releaseId))
    throw new Refused('release-idea-moved', 'An idea moved', { field: 'ideas' });
  await ctx.db.release.update({ where: { id: releaseId }, data: { publishedAt: ctx.now }, select: { id: true } });
  for (const idea of ideas) await ship(ctx, idea, releaseId);
  await creditMembers(ctx, releaseId);
  await ctx.emit('release.published', { releaseId });
  await audit(ctx, { act: 'release.publish', subject: ['release', releaseId], detail: { ideas: ideas.length } });
  ctx.touch('releases', `release:${release.slug}`, 'roadmap', 'home');
  return { id: releaseId, slug: release.slug };
}

async function ship(ctx: Ctx, idea: LockedIdea, releaseId: string): Promise<void> {
  await ctx.db.idea.update({
    where: { id: idea.id },
    data: { stage: 'SHIPPED', stageAt: ctx.now },
    select: { id: true },
  });
  await writeStep(ctx, { ideaId: idea.id, from: idea.stage, to: 'SHIPPED', releaseId });
  touchIdea(ctx, idea);
}

// Each idea credits whoever had it: its author, the authors of ideas that joined it, and those whose post it was made from.
async function creditMembers(ctx: Ctx, releaseId: string): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO "ReleaseCredit" ("releaseId", "ideaId", "memberId", "reason")
    SELECT ${releaseId}::uuid, i."id", who."memberId", i."kind"::text::"CreditReason"
    FROM "Idea" shipped
    JOIN "Idea" i ON i."id" = shipped."id" OR i."mergedIntoId" = shipped."id"
    JOIN forum.thread t ON t."id" = i."threadId"
    LEFT JOIN forum.post origin ON origin."id" = i."originPostId"
    CROSS JOIN LATERAL (SELECT t."authorId" AS "memberId" UNION SELECT origin."authorId" WHERE origin."id" IS NOT NULL) who
    WHERE shipped."releaseId" = ${releaseId}::uuid
    ON CONFLICT DO NOTHING`;
}
