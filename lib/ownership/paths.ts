import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const ownershipPaths = {
  owned: () => '/owned',
  answer: (promptId: string) => path('owned', 'answer', promptId),
} as const;
