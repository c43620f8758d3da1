import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { localeFrom } from '@/lib/core/locale';
import { correctMember as correct } from '@/lib/members/commands';
import { memberNotices } from '@/lib/members/notices';
import type { CorrectMember } from '@/lib/members/schema';
import { mail } from '@/lib/notifications/commands';

/** Changes for a member what they cannot change themselves; of another address both the old and the new one are told. */
export async function correctMember(actor: Actor, input: CorrectMember, options: Options = {}): Promise<void> {
  await inTransaction(
    actor,
    async (ctx) => {
      const { told } = await correct(ctx, input);
      if (!told) return;
      const { from, to, name } = told;
      const by = { locale: localeFrom(told.locale), memberId: input.memberId, name };
      const key = `corrected:${input.memberId}:${ctx.now.getTime()}`;
      if (from)
        await mail(ctx, memberNotices['email.changed'], { ...by, key: `${key}:from`, to: from, data: { email: to } });
      await mail(ctx, memberNotices['email.given'], { ...by, key: `${key}:to`, to, data: {} });
    },
    options,
  );
}
