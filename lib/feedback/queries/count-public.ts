import type { Reading } from '@/lib/core/context';

import { roadmapStages } from '../schema';
import { publicRelease } from '../scopes';

/** How many ideas stand on the roadmap, and how many releases everyone may read. Two statements. */
export async function countPlans({ db }: Pick<Reading, 'db'>): Promise<{ planned: number; releases: number }> {
  const [planned, releases] = await Promise.all([
    db.idea.count({ where: { stage: { in: [...roadmapStages] } } }),
    db.release.count({ where: publicRelease }),
  ]);
  return { planned, releases };
}
