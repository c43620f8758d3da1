'use client';

import { useTranslations } from 'use-intl';

import { applyCodeAction } from '@/app/actions/cart';
import { ActionForm } from '@/components/forms/action-form';
import { FormCode } from '@/components/forms/form-code';
import { FormSubmit } from '@/components/forms/form-fields';

import { TypedCode } from './typed-code';

type Props = { code: string | null; /** What came of it. */ state: { words: string; given: boolean } | null };

/** Takes the code of a discount, or shows the one that was typed, what came of it, and the way to take it away. */
export function CartCode({ code, state }: Props) {
  const t = useTranslations('cart.code');
  if (code !== null && state)
    return (
      <TypedCode
        action={applyCodeAction}
        hidden={{ code: '' }}
        words={{ label: t('label'), remove: t('remove'), removeNamed: t('removeNamed', { code }) }}
        typed={code}
        state={state.words}
        isGiven={state.given}
      />
    );
  return (
    <details className="border-t border-line pt-2">
      <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] text-accent-ink">
        {t('have')}
      </summary>
      <ActionForm action={applyCodeAction} className="mt-2 gap-3" clear>
        <FormCode name="code" label={t('label')} dir="ltr" maxLength={100} required />
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('use')}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
