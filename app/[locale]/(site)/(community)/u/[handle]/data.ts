import { reading } from '@/lib/core/context';
import { readProfile } from '@/lib/flows/members/read-profile';
import { shownAreas } from '@/lib/web/areas';
import { live } from '@/lib/web/live';

/** A member's public page, the same for everyone. */
export async function profilePage(handle: string) {
  'use cache';
  live(`member:${handle}`);
  const profile = await readProfile(reading(), { handle });
  if (!profile) return null;
  const { releases, ideas } = await shownAreas();
  const credits = releases ? profile.credits : [];
  return { ...profile, credits: ideas ? credits : credits.map((each) => ({ ...each, idea: null })) };
}
