import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { paths } from '@/lib/paths';
import { mail, notify, tell } from '@/lib/notifications/commands';

/** Welcomes a member who just proved their address. */
export async function welcome(ctx: Ctx, { id, payload: { memberId } }: Happened<'member.joined'>): Promise<void> {
  await notify(ctx, { memberId, kind: 'welcome', path: paths.boards(), eventId: id });
}

/** Tells a member by mail that their password was changed, in case it was not them. */
export async function tellPasswordReset(
  ctx: Ctx,
  { id, payload: { memberId } }: Happened<'member.passwordReset'>,
): Promise<void> {
  await mail(ctx, { key: `${id}:passwordChanged`, memberId, kind: 'passwordChanged', path: paths.forgot() });
}

/** Tells a member what they are warned about. */
export async function tellWarned(
  ctx: Ctx,
  { id, payload: { memberId, warningId } }: Happened<'member.warned'>,
): Promise<void> {
  const warning = await ctx.db.warning.findUnique({ where: { id: warningId }, select: { reason: true } });
  if (warning)
    await tell(ctx, {
      memberId,
      kind: 'warned',
      data: { reason: warning.reason },
      path: paths.notifications(),
      eventId: id,
    });
}

/** Tells a suspended member why and until when; by mail, since they cannot come in. */
export async function tellSuspended(
  ctx: Ctx,
  { id, payload: { memberId, suspensionId } }: Happened<'member.suspended'>,
): Promise<void> {
  const suspension = await ctx.db.suspension.findUnique({
    where: { id: suspensionId },
    select: { reason: true, until: true },
  });
  if (!suspension) return;
  const { reason, until } = suspension;
  const to = { key: `${id}:suspended`, memberId };
  if (until) await mail(ctx, { ...to, kind: 'suspendedUntil', data: { reason, until: until.getTime() } });
  else await mail(ctx, { ...to, kind: 'suspendedOpen', data: { reason } });
}

/** Tells a member that they may come in again. */
export async function tellLifted(
  ctx: Ctx,
  { id, payload: { memberId } }: Happened<'member.suspensionLifted'>,
): Promise<void> {
  await tell(ctx, { memberId, kind: 'suspensionLifted', path: paths.home(), eventId: id });
}
