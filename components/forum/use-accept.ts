'use client';

import { useSendAction } from '@/components/forms/use-send-action';
import { acceptAnswerAction } from '@/app/actions/forum';

/** Marks a reply as the answer, or takes the mark away. */
export function useAccept(post: string): (on: boolean) => void {
  const send = useSendAction();
  return (on) => send(acceptAnswerAction, { post, on: String(on) });
}
