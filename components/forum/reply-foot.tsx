'use client';

import { useViewer } from '@/components/viewer/viewer-provider';

import { ReplyBox } from './reply-box';
import { ReplySignIn } from './reply-sign-in';

/** The foot of a thread: the form of a reply, or what a reader must do first. What a guest sees is part of the cached document. */
export function ReplyFoot() {
  const { viewer } = useViewer();
  return (
    <div className="mt-8 min-h-24 rounded-xl border border-line bg-surface p-4 sm:p-6">
      {viewer?.member && viewer.thread && !viewer.thread.refusal ? <ReplyBox parent={1} /> : <ReplySignIn />}
    </div>
  );
}
