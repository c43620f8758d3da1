'use client';

import { useForMembers } from '@/components/viewer/use-for-members';
import { useViewer } from '@/components/viewer/viewer-provider';

import { replyBox } from './reply-box-later';
import { ReplySignIn } from './reply-sign-in';

/** The foot of a thread: the form of a reply, or what a reader must do first. What a guest sees is part of the cached document. */
export function ReplyFoot() {
  const { viewer } = useViewer();
  const mayReply = !!viewer?.member && !!viewer.thread && !viewer.thread.refusal;
  const loaded = useForMembers(replyBox, mayReply);
  return (
    <div className="mt-8 min-h-24 rounded-xl border border-line bg-surface p-4 sm:p-6">
      {loaded ? <loaded.ReplyBox parent={1} /> : !mayReply && <ReplySignIn />}
    </div>
  );
}
