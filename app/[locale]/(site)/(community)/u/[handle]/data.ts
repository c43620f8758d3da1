import { reading } from '@/lib/core/context';
import { readProfile } from '@/lib/flows/members/read-profile';
import { live } from '@/lib/web/live';

/** A member's public page, the same for everyone. */
export async function profilePage(handle: string) {
  'use cache';
  live(`member:${handle}`);
  return readProfile(reading(), { handle });
}
