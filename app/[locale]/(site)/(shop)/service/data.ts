import { reading } from '@/lib/core/context';
import { readPoints } from '@/lib/flows/service/read-points';
import { serviceTag } from '@/lib/service/choices/tag';
import { live } from '@/lib/web/live';

/** The service points that everybody is shown. */
export async function servicePage() {
  'use cache';
  live(serviceTag);
  return readPoints(reading());
}
