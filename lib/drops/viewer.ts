import type { Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { getOwnDropPart, type OwnDropPart } from './queries';

export type ViewerDrops = { drop?: OwnDropPart | null };

/** What belongs to the reader on a drop's page: their reservation and their unit. */
export async function dropsPart(actor: Actor, [room, slug]: string[]): Promise<ViewerDrops> {
  return room === 'drops' && slug ? { drop: await getOwnDropPart(reading(actor), { slug }) } : {};
}
