'use client';

import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { ActionForm } from './action-form';
import { FormSubmit } from './form-fields';
import type { FormAction } from './reachable';

type Props<T> = {
  action: FormAction<T>;
  hidden: Record<string, string | undefined>;
  /** What opens it, what it says of the consequence, and the button that does it. */
  words: { ask: ReactNode; lead: ReactNode; yes: ReactNode };
  onDone?: () => void;
};

/** Lets somebody take back what they have begun, with one question in between. */
export function TakeBackFold<T>({ action, hidden, words, onDone }: Props<T>) {
  return (
    <details>
      <summary className="touch flex w-fit cursor-pointer items-center gap-2 text-[0.9375rem] text-muted hover:text-ink">
        <Undo2 aria-hidden className="size-4" />
        {words.ask}
      </summary>
      <ActionForm action={action} hidden={hidden} onDone={onDone} className="gap-3 pt-2">
        <p className="text-[0.9375rem] text-muted">{words.lead}</p>
        <div>
          <FormSubmit variant="danger">{words.yes}</FormSubmit>
        </div>
      </ActionForm>
    </details>
  );
}
