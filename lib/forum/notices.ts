import { z } from 'zod';

import { declareNotices, notice, type DataOf } from '@/lib/core/notices';

// Where a post is read depends on its board and on the length of its thread: the sender of the notice has read both.
const place = z.object({ title: z.string(), path: z.string() });
const placePath = ({ path }: { path: string }) => path;

const byMember = () =>
  notice({
    channels: ['app'],
    data: place.extend({ name: z.string() }),
    path: placePath,
    icon: 'post',
    area: 'community',
  });

/** Notices about threads and posts, to members. */
export const forumNotices = declareNotices({
  'member.mentioned': byMember(),
  'post.replied': byMember(),
  'thread.replied': byMember(),
  // What becomes of somebody's own words they read also while the community is off.
  'post.hidden': notice({
    channels: ['app', 'mail'],
    data: place.extend({ reason: z.string() }),
    required: ['reason'],
    path: placePath,
    icon: 'moderation',
  }),
  'post.restored': notice({ channels: ['app', 'mail'], data: place, path: placePath, icon: 'moderation' }),
  'post.edited': notice({
    channels: ['app'],
    data: place.extend({ reason: z.string() }),
    path: placePath,
    icon: 'moderation',
  }),
  'answer.accepted': notice({ channels: ['app'], data: place, path: placePath, icon: 'post', area: 'community' }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof forumNotices> {}
}
