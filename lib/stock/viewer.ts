import type { SignedIn } from '@/lib/core/actor';
import { isAreaOff } from '@/lib/core/area-settings';
import { reading } from '@/lib/core/context';
import type { Viewer } from '@/lib/core/viewer';

import { listWaitedFor } from './queries/back-in-stock';

declare module '@/lib/core/viewer' {
  interface Viewer {
    /** The variants of the page's product that the reader waits for. */
    waitedFor?: string[];
  }
}

/** What the reader waits for, on the page of a product. */
export async function stockPart(actor: SignedIn, [segment, handle, more]: string[]): Promise<Partial<Viewer>> {
  if (segment !== 'products' || !handle || more !== undefined || (await isAreaOff('shop'))) return {};
  return { waitedFor: await listWaitedFor(reading(actor), { handle }) };
}
