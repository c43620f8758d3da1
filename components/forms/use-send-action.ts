'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';

import { toast } from '@/components/ui/toaster';
import { useViewer } from '@/components/viewer/viewer-provider';

import { useProblem } from './form-context';
import { reachable, type FormAction } from './reachable';

/** Sends an action that has no form of its own; a refusal or a lost network is said in a toast. */
export function useSendAction(): <T>(
  action: FormAction<T>,
  values: Record<string, string>,
  onDone?: () => void,
) => void {
  const router = useRouter();
  const { refresh } = useViewer();
  const say = useProblem();
  return (action, values, onDone) =>
    startTransition(async () => {
      const form = new FormData();
      for (const [name, value] of Object.entries(values)) form.set(name, value);
      const outcome = await reachable(action, () => undefined)({ status: 'idle' }, form);
      if (outcome.status === 'refused') return void toast.error(say(outcome.problem));
      onDone?.();
      router.refresh();
      void refresh();
    });
}
