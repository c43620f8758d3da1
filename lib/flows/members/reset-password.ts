import type { Actor } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Options } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { type Locale, localeFrom } from '@/lib/core/locale';
import { clock } from '@/lib/core/time';
import { requestReset, resetPassword as reset, type Proved } from '@/lib/members/commands';
import { memberNotices } from '@/lib/members/notices';
import { hashPassword } from '@/lib/members/password';
import { getCodeHolder } from '@/lib/members/queries/codes';
import { echoes } from '@/lib/members/schema';
import { mail } from '@/lib/notifications/commands';

import { refuseSuspended } from '@/lib/members/sign-in';
import { proveCode, spendOnCode } from './sign-up';

/** Mails a code for a new password, or to an address without an account a mail that says so. The visitor gets the same answer for both. */
export async function forgotPassword(
  actor: Actor,
  { email, locale, device }: { email: string; locale: Locale; device?: string },
  options: Options = {},
): Promise<{ codeId: string }> {
  const now = options.now ?? clock();
  await spendOnCode(actor, email, now, device);
  return inTransaction(
    actor,
    async (ctx) => {
      const asked = await requestReset(ctx, { email, locale });
      const to = { key: `code:${asked.codeId}`, to: email, locale: localeFrom(asked.locale) };
      if (asked.code === null) await mail(ctx, memberNotices['account.notFound'], { ...to, data: {} });
      else
        await mail(ctx, memberNotices['password.resetRequested'], {
          ...to,
          data: { handle: asked.handle, code: asked.code },
        });
      return { codeId: asked.codeId };
    },
    { ...options, now },
  );
}

/** Sets a new password by the mailed code: every session ends, and the one who proved it gets a new one. Answers the address that was proved. */
export async function resetPassword(
  actor: Actor,
  { codeId, code, password }: { codeId: string; code: string; password: string },
  options: Options = {},
): Promise<Proved & { email: string }> {
  await proveCode(actor, { codeId, code, purpose: 'RESET_PASSWORD' }, options);
  await refuseEcho(codeId, password);
  const passwordHash = await hashPassword(password);
  const { memberId, version, email } = await transact(reset)(actor, { codeId, passwordHash }, options);
  await refuseSuspended(memberId, options.now ?? clock());
  return { memberId, version, email };
}

async function refuseEcho(codeId: string, password: string): Promise<void> {
  const holder = await getCodeHolder(reading(), { codeId });
  if (holder && echoes(password, holder.email, holder.handle))
    throw new Refused('password-echo', 'password echoes', { field: 'password' });
}
