import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, transact, type Options } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { localeFrom } from '@/lib/core/locale';
import { clock } from '@/lib/core/time';
import { changeEmail as move, requestEmailChange, setPassword } from '@/lib/members/commands';
import { memberNotices } from '@/lib/members/notices';
import { hashPassword } from '@/lib/members/password';
import { provePassword } from '@/lib/members/prove-password';
import { echoes } from '@/lib/members/schema';
import { mail } from '@/lib/notifications/commands';

import { proveCode, spendOnCode } from './sign-up';

/** Changes a password by the old one; all other sessions end. Answers the address of the account. */
export async function changePassword(
  actor: SignedIn,
  { oldPassword, password }: { oldPassword: string; password: string },
  options: Options = {},
): Promise<{ version: number; email: string | null }> {
  const { email } = await provePassword(actor, oldPassword, options);
  if (echoes(password, actor.handle, email ?? ''))
    throw new Refused('password-echo', 'password echoes', { field: 'password' });
  return { email, ...(await transact(setPassword)(actor, { passwordHash: await hashPassword(password) }, options)) };
}

/** Mails a code to the address that a member wants to move to. */
export async function askNewEmail(
  actor: SignedIn,
  { email, oldPassword }: { email: string; oldPassword: string },
  options: Options = {},
): Promise<{ codeId: string }> {
  const now = options.now ?? clock();
  await provePassword(actor, oldPassword, options);
  await spendOnCode(actor, email, now);
  return inTransaction(
    actor,
    async (ctx) => {
      const { codeId, code, unclaimed } = await requestEmailChange(ctx, { memberId: actor.id, email });
      const to = { key: `code:${codeId}`, to: email, locale: localeFrom(actor.locale) };
      if (unclaimed) await mail(ctx, memberNotices['account.unclaimed'], { ...to, data: {} });
      else if (code === null) await mail(ctx, memberNotices['account.found'], { ...to, data: {} });
      else await mail(ctx, memberNotices['email.changeRequested'], { ...to, data: { code } });
      return { codeId };
    },
    { ...options, now },
  );
}

/** Moves a member to the address they proved, and tells the one they leave. */
export async function changeEmail(
  actor: SignedIn,
  { codeId, code }: { codeId: string; code: string },
  options: Options = {},
): Promise<void> {
  await proveCode(actor, { codeId, code, purpose: 'CHANGE_EMAIL' }, options);
  await inTransaction(
    actor,
    async (ctx) => {
      const { oldEmail, email } = await move(ctx, { codeId });
      if (oldEmail)
        await mail(ctx, memberNotices['email.changed'], {
          key: `moved:${codeId}`,
          to: oldEmail,
          locale: localeFrom(actor.locale),
          memberId: actor.id,
          name: actor.name,
          data: { email },
        });
    },
    options,
  );
}
