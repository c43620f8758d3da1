import { withQuery } from '@/lib/core/paths';

/** Paths of the pages that the front makes, without their language. */
export const newsPaths = {
  news: () => '/news',
  confirmNews: (key: string) => withQuery('/news/confirm', { key }),
  leaveNews: (key: string) => withQuery('/news/leave', { key }),
} as const;
