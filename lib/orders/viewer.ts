import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Viewer } from '@/lib/core/viewer';

import { getLastCountry } from './queries';

declare module '@/lib/core/viewer' {
  interface Viewer {
    /** The country that the reader last had something sent to, on pages that name a price with its shipping. */
    shipsTo?: string | null;
  }
}

/** Where the reader last had something sent, for the price on a drop's page. */
export async function ordersPart(actor: SignedIn, [segment, slug]: string[]): Promise<Partial<Viewer>> {
  return segment === 'drops' && slug ? { shipsTo: await getLastCountry(reading(actor)) } : {};
}
