import type { Actor } from '@/lib/core/actor';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import { getOwnIdeasPart, type OwnIdeasPart } from './queries';

const rooms = new Set(['', 'ideas', 'roadmap', 'releases', 'products']);

/** The reader's votes, on pages that show ideas. */
export async function ideasPart(actor: Actor, parts: string[]): Promise<{ ideas?: OwnIdeasPart | null }> {
  const [room = '', name = ''] = parts[0] === 'inner' ? parts.slice(1) : parts;
  const threadNumber = room === 't' ? readNumber(name) : null;
  if (threadNumber) return { ideas: await getOwnIdeasPart(reading(actor), { threadNumber }) };
  return rooms.has(room) ? { ideas: await getOwnIdeasPart(reading(actor)) } : {};
}
