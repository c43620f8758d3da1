import { randomUUID } from 'node:crypto';

import type { Ctx } from '@/lib/core/context';
import { digitCode } from '@/lib/core/ids';
import { after } from '@/lib/core/time';

import { codeLifeMs, hashCode } from '../codes';

type Asked = {
  codeId: string;
  code: string | null;
  memberId: string | null;
  locale: string;
  name: string;
  handle: string;
};

/**
 * Makes a code for a new password; for an unknown address one that nobody is told. Imported members are claimed this way too; a customer
 * has no account to return to, and signs up.
 */
export async function requestReset(ctx: Ctx, { email, locale }: { email: string; locale: string }): Promise<Asked> {
  const member = await ctx.db.member.findFirst({
    where: { email, handle: { not: null } },
    select: { id: true, name: true, handle: true, locale: true },
  });
  const codeId = randomUUID();
  const code = digitCode();
  await ctx.db.emailCode.create({
    data: {
      id: codeId,
      purpose: 'RESET_PASSWORD',
      email,
      memberId: member?.id,
      locale,
      codeHash: hashCode(codeId, code),
      createdAt: ctx.now,
      expiresAt: after(ctx.now, codeLifeMs),
    },
  });
  return {
    codeId,
    code: member ? code : null,
    memberId: member?.id ?? null,
    locale: member?.locale ?? locale,
    name: member?.name ?? '',
    handle: member?.handle ?? '',
  };
}
