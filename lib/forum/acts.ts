import { declareActs } from '@/lib/core/acts';

const place = ['place', { thread: 'count', post: 'count' }] as const;

/** What stands beside the acts of this domain in the audit log. */
export const forumActs = declareActs({
  'post.hide': place,
  'post.restore': place,
  'post.edit': place,
  'board.merge': ['boardMerge', { from: 'text', into: 'text', threads: 'count' }],
  'board.delete': ['boardDelete', { slug: 'text' }],
});
