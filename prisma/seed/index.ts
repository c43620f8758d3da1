import { clock, day, hour } from '@/lib/core/time';

import { seedCast } from './cast';
import type { World } from './world';

/** Tells the demo brand's story by calling the commands themselves. Deterministic apart from the clock. */
export async function seed(): Promise<void> {
  const now = clock();
  const world: World = { now, cast: {}, ago: (days, hours = 0) => new Date(now.getTime() - days * day - hours * hour) };
  for (const chapter of chapters) await chapter(world);
}

/** In the order of the story; each chapter may rely on those above it. */
const chapters: readonly ((world: World) => Promise<void>)[] = [seedCast];
