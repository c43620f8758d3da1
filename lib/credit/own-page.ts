import { path } from '@/lib/core/paths';

/** The page of a member's own balance. It stands here and not among the paths that every page of the site loads: few pages lead to it. */
export const creditPage = (): string => path('credit');
