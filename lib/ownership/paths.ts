import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const ownershipPaths = {
  owned: () => '/owned',
  /** One device, by its ownership. */
  device: (ownershipId: string) => path('owned', ownershipId),
  answer: (promptId: string) => path('owned', 'answer', promptId),
} as const;
