'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps } from 'react';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

type Props<T> = Pick<ComponentProps<typeof ActionForm<T>>, 'action' | 'hidden'> & {
  /** The word that opens it, what it does, the button, and what is said once it is done. */
  words: { open: string; lead: string; button: string; done: string };
  /** The refusal that says that the page is out of date: it is read anew, and may be pressed again. */
  renewOn?: string;
};

/** Puts an older version of some settings back, once its consequence was read. */
export function PutBack<T>({ action, hidden, words, renewOn }: Props<T>) {
  const router = useRouter();
  return (
    <details className="sm:max-w-80">
      <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] font-medium text-accent-ink sm:ms-auto">
        {words.open}
      </summary>
      <p className="mt-1 mb-3 text-[0.9375rem] text-muted">{words.lead}</p>
      <ActionForm
        action={action}
        hidden={hidden}
        onDone={() => toast.success(words.done)}
        onRefused={({ code }) => code === renewOn && router.refresh()}
      >
        <FormSubmit variant="secondary" className="justify-self-start">
          {words.button}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
