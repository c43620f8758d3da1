import { randomUUID } from 'node:crypto';

import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { digitCode } from '@/lib/core/ids';
import { after } from '@/lib/core/time';

import { codeLifeMs, hashCode } from '../codes';

type Input = { name: string; handle: string; email: string; passwordHash: string; locale: string };

/** `code` is mailed to the address; null when it belongs to a member already, who is mailed that instead. */
export type Requested = { codeId: string; code: string | null; imported: boolean; name: string; handle: string };

/** Stores a sign-up until its address is confirmed. Neither this answer nor later ones reveal whether the address is known. */
export async function requestSignUp(
  ctx: Ctx,
  { name, handle, email, passwordHash, locale }: Input,
): Promise<Requested> {
  const holder = await ctx.db.member.findUnique({ where: { handle }, select: { email: true, emailVerifiedAt: true } });
  if (holder) throw new Refused('handle-taken', 'handle taken', { field: 'handle' });
  const known = await ctx.db.member.findUnique({
    where: { email },
    select: { name: true, handle: true, emailVerifiedAt: true, source: true },
  });
  const codeId = randomUUID();
  const code = digitCode();
  await ctx.db.emailCode.create({
    data: {
      id: codeId,
      purpose: 'SIGN_UP',
      email,
      name,
      handle,
      passwordHash,
      locale,
      codeHash: hashCode(codeId, code),
      createdAt: ctx.now,
      expiresAt: after(ctx.now, codeLifeMs),
    },
  });
  const proved = Boolean(known?.emailVerifiedAt);
  return {
    codeId,
    code: proved ? null : code,
    imported: Boolean(known?.handle && known.source) && !proved,
    name: known?.handle ? known.name : name,
    handle: known?.handle ?? handle,
  };
}
