import type { SignedIn } from '@/lib/core/actor';
import { isAreaOff } from '@/lib/core/area-settings';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import type { Viewer } from '@/lib/core/viewer';
import { getOwnIdeasPart, type OwnIdeasPart } from './queries';

declare module '@/lib/core/viewer' {
  interface Viewer {
    /** The reader's votes on the ideas that the page may show. */
    ideas?: OwnIdeasPart | null;
  }
}

const segments = new Set(['', 'ideas', 'roadmap', 'releases', 'products']);

/** The reader's votes, on pages that show ideas. */
export async function ideasPart(actor: SignedIn, parts: string[]): Promise<Partial<Viewer>> {
  if (await isAreaOff('ideas')) return {};
  const [segment = '', name = ''] = parts[0] === 'inner' ? parts.slice(1) : parts;
  const threadNumber = segment === 't' ? readNumber(name) : null;
  if (threadNumber) return { ideas: await getOwnIdeasPart(reading(actor), { threadNumber }) };
  return segments.has(segment) ? { ideas: await getOwnIdeasPart(reading(actor)) } : {};
}
