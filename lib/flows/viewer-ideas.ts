import type { Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { getOwnIdeasPart, type OwnIdeasPart } from '@/lib/feedback/queries';

const rooms = new Set(['', 'ideas', 'roadmap', 'releases', 'products']);

/** The reader's votes, on pages that show ideas. */
export async function ideasPart(actor: Actor, path: string): Promise<{ ideas?: OwnIdeasPart | null }> {
  const [room = '', name = ''] = path.replace(/^\/(en|zh)\/?(inner\/)?/, '').split('/');
  if (room === 't' && /^\d{1,9}$/.test(name)) return { ideas: await getOwnIdeasPart(reading(actor), { threadNumber: Number(name) }) };
  return rooms.has(room) ? { ideas: await getOwnIdeasPart(reading(actor)) } : {};
}
