import type { Address } from '@/lib/core/addresses';
import type { Reading } from '@/lib/core/context';
import { paths } from '@/lib/paths';

import { listReleasePaths } from './queries';

/** Ideas, the roadmap, and every release. */
export async function listFeedbackPages(reading: Reading): Promise<Address[]> {
  const releases = await listReleasePaths(reading);
  return [
    ...[paths.ideas(), paths.roadmap(), paths.releases()].map((path) => ({ path })),
    ...releases.map(({ slug, publishedAt }) => ({ path: paths.release(slug), changedAt: publishedAt })),
  ];
}
