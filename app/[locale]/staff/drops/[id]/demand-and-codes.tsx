import { FCodeCard } from '@/components/drops/staff/f-code-card';
import { WaitingCard } from '@/components/drops/staff/waiting-card';
import type { Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { localText, type Locale } from '@/lib/core/locale';
import type { StaffDrop } from '@/lib/drops/queries';
import { getFCodes } from '@/lib/drops/queries/f-codes';
import { getWaitlistDemand } from '@/lib/drops/queries/waitlist';

/** Who waits for a unit of a drop, and its F-codes. */
export async function DemandAndCodes({ drop, locale, actor }: { drop: StaffDrop; locale: Locale; actor: Actor }) {
  const variants = drop.waves.flatMap((wave) => wave.allotments.map(({ variant }) => variant));
  const names = Object.fromEntries(variants.map(({ id, title, titleZh }) => [id, localText(locale, title, titleZh)]));
  const demand = await getWaitlistDemand(reading(actor), { dropId: drop.id });
  const pool = await getFCodes(reading(actor), { dropId: drop.id });
  return (
    <>
      <WaitingCard demand={demand} names={names} locale={locale} />
      <FCodeCard
        dropId={drop.id}
        pool={pool}
        locale={locale}
        open={drop.phase !== 'cancelled' && drop.phase !== 'ended'}
      />
    </>
  );
}
