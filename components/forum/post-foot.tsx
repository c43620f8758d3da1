'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';
import { Reply } from '@/components/ui/icons';
import { useOnDemand } from '@/components/ui/on-demand';
import { SkeletonLines } from '@/components/ui/skeleton';
import { useViewer } from '@/components/viewer/viewer-provider';

import type { PostFacts } from './post-facts';
import { PostMenu } from './post-menu';
import { PostVote } from './post-vote';
import { replyBox } from './reply-box-later';
import { useDesk } from './thread-desk';

/** Under a post: vote, reply, and everything rarer in a menu. An idea's opening post has no vote of its own beside the idea's. */
export function PostFoot({
  post,
  voted = true,
  extraStaffActions,
}: {
  post: PostFacts;
  voted?: boolean;
  extraStaffActions?: ReactNode;
}) {
  const t = useTranslations('forum');
  const { answering, answer, thread } = useDesk();
  const own = useViewer().viewer?.thread;
  // Only moderators may still speak in a closed thread, and nobody may vote there.
  const mayReply = !thread.closed || (own?.canModerate ?? false);
  const open = answering?.number === post.number;
  const loaded = useOnDemand(replyBox, open);
  return (
    <>
      <div className="js-only mt-3 -ms-1 flex flex-wrap items-center gap-1">
        {voted && <PostVote post={post} />}
        {post.number > 1 && mayReply && (
          <Button
            variant="quiet"
            size="sm"
            icon={<Reply aria-hidden />}
            aria-expanded={open}
            onClick={() => answer(open ? null : { number: post.number, name: post.author.name })}
          >
            {t('act.reply')}
          </Button>
        )}
        <PostMenu post={post} extraStaffActions={extraStaffActions} />
      </div>
      {open && (
        <div className="mt-4 animate-rise">
          {loaded ? <loaded.ReplyBox parent={post.number} to={post.author.name} /> : <SkeletonLines lines={3} />}
        </div>
      )}
    </>
  );
}
