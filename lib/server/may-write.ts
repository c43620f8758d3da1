import { isMember, isStaff, type Actor } from '@/lib/core/actor';
import { isAreaOff } from '@/lib/core/area-settings';
import { notFound } from '@/lib/core/errors';

/**
 * Refuses members where there is nothing that they could write: previews and pictures are for posts, and for texts of staff. So while the
 * community is off, both are there for staff alone.
 */
export async function requireWriting(actor: Actor): Promise<void> {
  if (isMember(actor) && !isStaff(actor) && (await isAreaOff('community'))) throw notFound();
}
