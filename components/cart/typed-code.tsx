import type { ReactNode } from 'react';
import { X } from 'lucide-react';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { FormAction } from '@/components/forms/reachable';

type Props = {
  /** Takes it away. */ action: FormAction<void>;
  hidden: Record<string, string>;
  words: { label: string; remove: string; removeNamed: string };
  /** What was typed, and what came of it. */
  typed: ReactNode;
  state: string;
  isGiven: boolean;
};

/** A code that was typed into a cart, what came of it, and the way to take it away. */
export function TypedCode({ action, hidden, words, typed, state, isGiven }: Props) {
  return (
    <div className="grid gap-1.5 border-t border-line pt-4">
      <ActionForm action={action} hidden={hidden}>
        <div className="flex items-center justify-between gap-3">
          <span className="min-w-0">
            <span className="text-sm text-muted">{words.label}</span>{' '}
            <strong className="font-mono break-all">{typed}</strong>
          </span>
          <FormSubmit variant="quiet" className="-me-4" aria-label={words.removeNamed} icon={<X aria-hidden />}>
            {words.remove}
          </FormSubmit>
        </div>
      </ActionForm>
      <p className={isGiven ? 'text-sm text-positive' : 'text-sm text-warning'}>{state}</p>
    </div>
  );
}
