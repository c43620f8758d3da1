import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const ownershipPaths = {
  /** A member's devices; behind it one of them by its ownership, or `answer`, `receive` and the like with what they are about. */
  owned: (...page: string[]) => path('owned', ...page),
} as const;
