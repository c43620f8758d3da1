import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const feedbackPaths = {
  ideas: (...view: string[]) => path('ideas', ...view),
  roadmap: (product?: string) => path('roadmap', ...(product ? [product] : [])),
  releases: () => '/releases',
  releasesAfter: (cursor: string) => path('releases', 'after', cursor),
  release: (slug: string) => path('releases', slug),
} as const;
