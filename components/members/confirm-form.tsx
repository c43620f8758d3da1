'use client';

import { use } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormContext } from '@/components/forms/form-context';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { confirmAction, resendAction } from '@/app/actions/members';

/** The last step of a sign-up: the code, and another handle should the chosen one be gone by now. */
export function ConfirmForm({ locale, next, handle }: { locale: Locale; next?: string; handle: string }) {
  const t = useTranslations('members');
  return (
    <div className="grid gap-6">
      <ActionForm action={confirmAction} hidden={{ locale, next }}>
        <CodeField label={t('fields.code')} />
        <OtherHandle handle={handle} />
        <FormSubmit block size="lg">
          {t('confirm.submit')}
        </FormSubmit>
      </ActionForm>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-t border-line pt-5">
        <ActionForm action={resendAction} hidden={{ locale }} success={t('confirm.resent')} className="gap-3">
          <FormSubmit variant="secondary" size="sm" className="justify-self-start">
            {t('confirm.resend')}
          </FormSubmit>
        </ActionForm>
        <TextLink href={inLocale(locale, paths.signUp(next))}>{t('confirm.other')}</TextLink>
      </div>
    </div>
  );
}

/** Six digits, wide apart. */
export function CodeField({ label }: { label: string }) {
  return (
    <FormText
      name="code"
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      required
      className="[&_input]:numerals [&_input]:text-center [&_input]:font-mono [&_input]:text-2xl [&_input]:tracking-[0.35em]"
    />
  );
}

function OtherHandle({ handle }: { handle: string }) {
  const t = useTranslations('members');
  const { outcome } = use(FormContext);
  const asked = outcome.status === 'refused' && (outcome.fields.handle || outcome.typed.handle);
  if (!asked) return null;
  return (
    <FormText
      name="handle"
      label={t('fields.handle')}
      hint={t('confirm.handleTaken')}
      initial={handle}
      before="@"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={20}
      required
    />
  );
}
