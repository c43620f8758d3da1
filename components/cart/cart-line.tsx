'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { setInCartAction } from '@/app/actions/cart';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';

type Props = { variantId: string; quantity: number; /** The most that can be had. */ most: number; name: string };

/** Says how many of a line are wanted: one fewer, one more, or none. Each button is a form's own, so that it works without scripts. */
export function CartQuantity({ variantId, quantity, most, name }: Props) {
  const t = useTranslations('cart');
  return (
    <ActionForm action={setInCartAction} hidden={{ variantId }} className="gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <FormSubmit
          name="quantity"
          value={String(Math.min(quantity - 1, Math.max(most, 1)))}
          variant="secondary"
          aria-label={t('fewer', { name })}
          className="w-10 px-0!"
        >
          <Minus aria-hidden className="size-4" />
        </FormSubmit>
        <output aria-label={t('quantity', { name })} className="numerals min-w-8 text-center font-semibold">
          {quantity}
        </output>
        <FormSubmit
          name="quantity"
          value={String(quantity + 1)}
          variant="secondary"
          disabled={quantity >= most}
          aria-label={t('more', { name })}
          className="w-10 px-0!"
        >
          <Plus aria-hidden className="size-4" />
        </FormSubmit>
        <FormSubmit name="quantity" value="0" variant="quiet" aria-label={t('removeNamed', { name })}>
          {t('remove')}
        </FormSubmit>
      </div>
    </ActionForm>
  );
}
