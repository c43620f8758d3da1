import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Viewer } from '@/lib/core/viewer';
import { getOwnDropPart, type OwnDropPart } from './queries';

declare module '@/lib/core/viewer' {
  interface Viewer {
    drop?: OwnDropPart | null;
  }
}

/** What belongs to the reader on a drop's page: their reservation and their unit. */
export async function dropsPart(actor: SignedIn, [segment, slug]: string[]): Promise<Partial<Viewer>> {
  return segment === 'drops' && slug ? { drop: await getOwnDropPart(reading(actor), { slug }) } : {};
}
