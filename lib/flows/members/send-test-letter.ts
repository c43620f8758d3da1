import { memberId, type Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { allow, found } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';
import { limits } from '@/lib/members/limits';
import { memberNotices } from '@/lib/members/notices';
import { canGiveRole } from '@/lib/members/policy';
import { addressOf } from '@/lib/members/queries/team';
import { mail } from '@/lib/notifications/commands';
import { requireMail } from '@/lib/outside/mail';

/** Mails the actor a letter, so that they see whether mail arrives. */
export async function sendTestLetter(actor: Actor, options: Options = {}): Promise<void> {
  const now = options.now ?? clock();
  allow(canGiveRole(actor));
  requireMail();
  const id = found(memberId(actor));
  await spend(db, limits.invite, id, now);
  await inTransaction(
    actor,
    async (ctx) => {
      const to = found(await addressOf(ctx, id));
      const locale = actor.kind === 'member' && actor.locale === 'zh' ? 'zh' : 'en';
      await mail(ctx, memberNotices['mail.tested'], {
        key: `test:${ctx.requestId}`,
        to,
        locale,
        memberId: id,
        data: {},
      });
    },
    { ...options, now },
  );
}
