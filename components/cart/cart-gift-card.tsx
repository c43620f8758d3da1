'use client';

import { X } from 'lucide-react';

import { removeCardAction } from '@/app/actions/cart';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';

type Props = {
  words: { label: string; ending: string; remove: string; removeNamed: string; balance: string };
  /** Whether it is of another currency than the cart. */
  isOther: boolean;
};

/** The gift card whose code was typed, what is on it, and the way to take it away. */
export function CartGiftCard({ words, isOther }: Props) {
  return (
    <div className="grid gap-1.5 border-t border-line pt-4">
      <ActionForm action={removeCardAction} hidden={{ card: 'none' }}>
        <div className="flex items-center justify-between gap-3">
          <span className="min-w-0">
            <span className="text-sm text-muted">{words.label}</span>{' '}
            <strong className="font-mono">{words.ending}</strong>
          </span>
          <FormSubmit variant="quiet" className="-me-4" aria-label={words.removeNamed} icon={<X aria-hidden />}>
            {words.remove}
          </FormSubmit>
        </div>
      </ActionForm>
      <p className={isOther ? 'text-sm text-warning' : 'text-sm text-positive'}>{words.balance}</p>
    </div>
  );
}
