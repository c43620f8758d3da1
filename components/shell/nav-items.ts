import type { SiteArea } from '@/lib/core/site-areas';
import { paths } from '@/lib/paths';

/** The columns of the footer, each with a name of its own. */
export type NavColumn = 'together' | 'making' | 'owning';

/** Where the areas of the site begin, and in which column of the footer they are. */
export const navItems = {
  community: { path: paths.boards(), column: 'together' },
  ideas: { path: paths.ideas(), column: 'together' },
  roadmap: { path: paths.roadmap(), column: 'making' },
  releases: { path: paths.releases(), column: 'making' },
  shop: { path: paths.products(), column: 'owning' },
  drops: { path: paths.drops(), column: 'owning' },
} as const satisfies Record<SiteArea, { path: string; column: NavColumn }>;
