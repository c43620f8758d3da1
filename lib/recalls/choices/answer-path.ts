import { path } from '@/lib/core/paths';

/** Where an owner answers, by the key of their link; not among the paths of pages, which every browser gets. */
export const answerPath = (key: string): string => path('recall', key);
