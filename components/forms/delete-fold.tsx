'use client';

import type { ReactNode } from 'react';
import { useRouter } from 'next/navigation';

import { toast } from '@/components/ui/toaster';

import { ActionForm } from './action-form';
import { FormSubmit } from './form-fields';
import type { FormAction } from './reachable';

type Props = {
  action: FormAction<void>;
  hidden: Record<string, string>;
  /** What opens it, what it says of the consequence, and the button that does it. */
  words: { open: ReactNode; lead: ReactNode; button: ReactNode };
  /** The page that follows, with its language. */
  to: string;
  /** Said once it is done. */
  done?: string;
};

/** Deletes what a page is about, once its consequence was read. */
export function DeleteFold({ action, hidden, words, to, done }: Props) {
  const router = useRouter();
  return (
    <details>
      <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] text-danger">
        {words.open}
      </summary>
      <p className="mt-2 mb-4 text-muted">{words.lead}</p>
      <ActionForm
        action={action}
        hidden={hidden}
        onDone={() => {
          if (done !== undefined) toast.success(done);
          router.push(to);
        }}
      >
        <FormSubmit variant="danger" className="justify-self-start">
          {words.button}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
