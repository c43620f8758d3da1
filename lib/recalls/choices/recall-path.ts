import { path } from '@/lib/core/paths';

/** The pages of recalls for everybody; not among the paths of pages, which every browser gets. */
export const recallPath = (slug?: string): string => path('recalls', ...(slug === undefined ? [] : [slug]));
