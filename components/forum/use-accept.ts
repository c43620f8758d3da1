'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';

import { useProblem } from '@/components/forms/form-context';
import { toast } from '@/components/ui/toaster';
import { useViewer } from '@/components/viewer/viewer-provider';
import { acceptAnswerAction } from '@/lib/forum/actions';

/** Marks a reply as the answer, or takes the mark away. */
export function useAccept(post: string): (on: boolean) => void {
  const router = useRouter();
  const { refresh } = useViewer();
  const say = useProblem();
  return (on) =>
    startTransition(async () => {
      const form = new FormData();
      form.set('post', post);
      form.set('on', String(on));
      const outcome = await acceptAnswerAction({ status: 'idle' }, form);
      if (outcome.status === 'refused') toast.error(say(outcome.problem));
      router.refresh();
      void refresh();
    });
}
