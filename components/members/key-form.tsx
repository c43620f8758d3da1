'use client';

import { useEffect, useRef } from 'react';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import type { FormAction } from '@/components/forms/reachable';
import type { Locale } from '@/lib/core/locale';

type Props = { action: FormAction<never>; locale: Locale; label: string; hint: string; submit: string };

/**
 * Takes the key of a one-time address. It stands behind the address (`#…`), which no server and no log ever sees, and is
 * taken out of the history at once; without scripts it is typed.
 */
export function KeyForm({ action, locale, label, hint, submit }: Props) {
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const key = /^#([\w-]{43})$/.exec(window.location.hash)?.[1];
    const field = inside.current?.querySelector<HTMLInputElement>('input[name="key"]');
    if (!key || !field?.form) return;
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
    field.value = key;
    field.form.requestSubmit();
  }, []);
  return (
    <ActionForm action={action} hidden={{ locale }}>
      <div ref={inside}>
        <FormText
          name="key"
          label={label}
          hint={hint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </div>
      <FormSubmit block size="lg">
        {submit}
      </FormSubmit>
    </ActionForm>
  );
}
