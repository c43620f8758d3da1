'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { postJson } from '@/components/ask-server';
import { useProblem } from '@/components/forms/form-context';
import { toast } from '@/components/ui/toaster';
import { VoteButton, VoteCount } from '@/components/ui/vote-button';
import { useViewer } from '@/components/viewer/viewer-provider';
import { api, inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/web/outcome';

import { forumPaths } from './forum-paths';
import type { PostFacts } from './post-facts';
import { useDesk } from './thread-desk';

type Vote = { on: boolean; count: number };

/** The vote is shown at once and taken back when the server refuses it. */
export function PostVote({ post }: { post: PostFacts }) {
  const t = useTranslations('forum');
  const say = useProblem();
  const router = useRouter();
  const { viewer } = useViewer();
  const { locale, thread, inner } = useDesk();
  const [own, setOwn] = useState<Vote | null>(null);
  const [pending, setPending] = useState(false);
  const mine = viewer?.thread?.votes[post.id];
  const vote: Vote = own ?? {
    on: mine !== undefined,
    count: mine === undefined ? post.votes : Math.max(mine, post.votes),
  };

  const mineToGive = viewer?.member?.handle !== post.author.handle;
  if (!mineToGive || thread.closed)
    return (
      <VoteCount
        shape="row"
        className="px-3"
        count={vote.count}
        label={t(mineToGive ? 'thread.votes' : 'thread.ownVotes', { count: vote.count })}
      />
    );

  const press = async () => {
    if (pending) return;
    if (viewer && !viewer.member)
      return router.push(inLocale(locale, paths.signIn(forumPaths(locale, inner).thread(thread))));
    setPending(true);
    setOwn({ on: !vote.on, count: vote.count + (vote.on ? -1 : 1) });
    const answer = await send(post.id, !vote.on);
    if ('count' in answer) setOwn(answer);
    else {
      setOwn(vote);
      toast.error(say(answer));
    }
    setPending(false);
  };
  const label = t('thread.voteLabel', { voted: String(vote.on), count: vote.count });
  return <VoteButton shape="row" voted={vote.on} count={vote.count} label={label} onClick={() => void press()} />;
}

async function send(post: string, on: boolean): Promise<Vote | Problem> {
  const answer = await postJson<Vote & { error?: string; values?: Problem['values'] }>(api('posts', post, 'vote'), {
    on,
  });
  if (answer?.ok) return answer.body;
  return { code: answer?.body.error ?? 'failed', values: answer?.body.values };
}
