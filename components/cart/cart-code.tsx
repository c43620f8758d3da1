'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { applyCodeAction } from '@/app/actions/cart';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';

type Props = { code: string | null; /** What came of it. */ state: { words: string; given: boolean } | null };

/** Takes the code of a discount, or shows the one that was typed, what came of it, and the way to take it away. */
export function CartCode({ code, state }: Props) {
  const t = useTranslations('cart.code');
  if (code !== null && state)
    return (
      <div className="grid gap-1.5 border-t border-line pt-4">
        <ActionForm action={applyCodeAction} hidden={{ code: '' }}>
          <div className="flex items-center justify-between gap-3">
            <span className="min-w-0">
              <span className="text-sm text-muted">{t('label')}</span>{' '}
              <strong className="font-mono break-all">{code}</strong>
            </span>
            <FormSubmit
              variant="quiet"
              className="-me-4"
              aria-label={t('removeNamed', { code })}
              icon={<X aria-hidden />}
            >
              {t('remove')}
            </FormSubmit>
          </div>
        </ActionForm>
        <p className={state.given ? 'text-sm text-positive' : 'text-sm text-warning'}>{state.words}</p>
      </div>
    );
  return (
    <details className="border-t border-line pt-2">
      <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] text-accent-ink">
        {t('have')}
      </summary>
      <ActionForm action={applyCodeAction} className="mt-2 gap-3" clear>
        <FormText
          name="code"
          label={t('label')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
          maxLength={100}
          required
        />
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('use')}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
