import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';

/** Changes what others read about a member, and the language that Millet writes to them in. */
export async function editProfile(
  ctx: Ctx,
  { name, bio, language }: { name: string; bio: string; language: string },
): Promise<void> {
  const id = found(memberId(ctx.actor));
  const data = { name, bio, locale: language };
  const { handle } = await ctx.db.member.update({ where: { id }, data, select: { handle: true } });
  ctx.touch(`member:${handle}`);
}

/** Gives a member another picture, or none. */
export async function setAvatar(ctx: Ctx, { avatar }: { avatar: string | null }): Promise<void> {
  const id = found(memberId(ctx.actor));
  const { handle } = await ctx.db.member.update({ where: { id }, data: { avatar }, select: { handle: true } });
  ctx.touch(`member:${handle}`);
}
