import { isAreaOff } from '@/lib/core/area-settings';
import type { RecordedEvent } from '@/lib/core/events';
import { memberNotices } from '@/lib/members/notices';
import { getSuspension, getWarning } from '@/lib/members/queries/moderated';
import { notifyOf } from '@/lib/notifications/notify-of';

type OfMember = { payload: { memberId: string } };

const theMember = async (_ctx: unknown, { payload: { memberId } }: OfMember) => ({ memberId, data: {} });

/** Welcomes a member who just proved their address to the boards, where there are any: later it would be no welcome. */
export const welcome = notifyOf(memberNotices['member.joined'], async (ctx, event: OfMember) =>
  (await isAreaOff('community', ctx.db)) ? null : theMember(ctx, event),
);

/** Tells a member by mail that their password was changed, in case it was not them. */
export const tellPasswordReset = notifyOf(memberNotices['password.changed'], theMember);

/** Tells a member by mail that their account has its first second factor. */
export const tellFactorAdded = notifyOf(memberNotices['factor.added'], theMember);

/** Tells a member by mail that their second factor was set up or changed. */
export const tellFactorChanged = notifyOf(memberNotices['factor.changed'], theMember);

/** Tells a member by mail that one of their recovery codes was used. */
export const tellRecovered = notifyOf(memberNotices['factor.recovered'], theMember);

/** Tells a member by mail that one of their passkeys may have been copied. */
export const tellDoubted = notifyOf(memberNotices['factor.doubted'], theMember);

/** Tells a member by mail that an administrator took their second factor away. */
export const tellFactorReset = notifyOf(memberNotices['factor.reset'], theMember);

/** Tells a member that staff changed what others read of them. */
export const tellCorrected = notifyOf(memberNotices['member.corrected'], theMember);

/** Tells a member that the number by which they sign in is another one, or gone. */
export const tellPhoneChanged = notifyOf(
  memberNotices['phone.changed'],
  async (_ctx, { payload: { memberId, change } }: RecordedEvent<'phone.changed'>) => ({ memberId, data: { change } }),
);

/** Tells a member what they are warned about. */
export const tellWarned = notifyOf(
  memberNotices['member.warned'],
  async (ctx, { payload: { memberId, warningId } }: RecordedEvent<'member.warned'>) => {
    const warning = await getWarning(ctx, { warningId });
    return warning && { memberId, data: warning };
  },
);

/** Tells a suspended member why and until when; by mail, since they cannot sign in. */
export const tellSuspended = notifyOf(
  memberNotices['member.suspended'],
  async (ctx, { payload: { memberId, suspensionId } }: RecordedEvent<'member.suspended'>) => {
    const suspension = await getSuspension(ctx, { suspensionId });
    if (!suspension) return null;
    const { reason, until } = suspension;
    const ends = until ? ('yes' as const) : ('no' as const);
    return { memberId, data: { reason, ends, until: until?.getTime() ?? 0 } };
  },
);

/** Tells a member that they may sign in again. */
export const tellLifted = notifyOf(memberNotices['member.suspensionLifted'], theMember);
