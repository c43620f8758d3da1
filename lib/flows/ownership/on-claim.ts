import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { localizedName } from '@/lib/core/locale';
import { notify } from '@/lib/notifications/commands';
import { notifyOf } from '@/lib/notifications/notify-of';
import { ownershipNotices } from '@/lib/ownership/notices';
import { getClaimForNotice } from '@/lib/ownership/queries/claims';

/** Tells the owner of a device that somebody proved it is theirs, and until when to object; and who asked that they were heard. */
export async function tellOfClaim(ctx: Ctx, event: RecordedEvent<'claim.accepted'>): Promise<void> {
  const claim = await getClaimForNotice(ctx, event.payload);
  if (claim?.state !== 'ACCEPTED' || !claim.movesAt || !claim.holderId) return;
  const { id: claimId, memberId, holderId, serial, movesAt } = claim;
  const data = { product: localizedName(claim.product), serial, claimId, until: momentUtc(movesAt) };
  await notify(ctx, ownershipNotices['owner.claimed'], event, [{ memberId: holderId, data }]);
  await notify(ctx, ownershipNotices['owner.claimAccepted'], event, [{ memberId, data }]);
}

/** Tells who asked for a device that it was refused, and why. */
export const tellOfRefusal = notifyOf(
  ownershipNotices['owner.claimRefused'],
  async (ctx, { payload }: RecordedEvent<'claim.refused'>) => {
    const claim = await getClaimForNotice(ctx, payload);
    if (!claim) return null;
    const { id: claimId, memberId, serial, reason, product } = claim;
    return { memberId, data: { product: localizedName(product), serial, claimId, reason } };
  },
);

/** Tells its former owner that a device moved; the new one is welcomed as every owner is. */
export const tellOfMove = notifyOf(
  ownershipNotices['owner.claimMoved'],
  async (ctx, { payload }: RecordedEvent<'claim.moved'>) => {
    const claim = await getClaimForNotice(ctx, payload);
    if (!claim) return null;
    return { memberId: payload.formerId, data: { product: localizedName(claim.product), serial: claim.serial } };
  },
);
