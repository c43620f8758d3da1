import type { RecordedEvent } from '@/lib/core/events';
import { localizedName } from '@/lib/core/locale';
import { notifyOf } from '@/lib/notifications/notify-of';
import { ownershipNotices } from '@/lib/ownership/notices';
import { getTransferForNotice } from '@/lib/ownership/queries/transfers';

/** Tells its former owner that somebody took a device over; the new one is welcomed as every owner is. */
export const tellFormerOwner = notifyOf(
  ownershipNotices['owner.passedOn'],
  async (ctx, { payload }: RecordedEvent<'owner.passedOn'>) => {
    const passed = await getTransferForNotice(ctx, payload);
    if (!passed) return null;
    const { fromId: memberId, from, unit } = passed;
    ctx.touch(`member:${from.handle}`);
    return { memberId, data: { product: localizedName(unit.product), serial: unit.serial } };
  },
);
