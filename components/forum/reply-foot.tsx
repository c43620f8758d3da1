'use client';

import { useViewer } from '@/components/viewer/viewer-provider';

import { ReplyBox } from './reply-box';
import { ReplyDoor } from './reply-door';

/** The foot of a thread: room to answer, or the way to it. The guest's door is in the document itself. */
export function ReplyFoot() {
  const { viewer } = useViewer();
  return (
    <div className="mt-8 min-h-24 rounded-xl border border-line bg-surface p-4 sm:p-6">
      {viewer?.member && viewer.thread && !viewer.thread.refusal ? <ReplyBox parent={1} /> : <ReplyDoor />}
    </div>
  );
}
