'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { saveRedirectAction } from '@/app/actions/redirects';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Props = { redirect?: { id: string; from: string; to: string; version: number }; locale: Locale };

/** Adds a redirect, or changes one; who saw an older version is told so. */
export function RedirectForm({ redirect, locale }: Props) {
  const t = useTranslations('redirects');
  const router = useRouter();
  const done = () => {
    toast.success(t(redirect ? 'saved' : 'added'));
    if (redirect) router.push(inLocale(locale, paths.staff('settings', 'redirects')));
  };
  const address = {
    autoComplete: 'off',
    autoCapitalize: 'none',
    spellCheck: false,
    required: true,
    dir: 'ltr',
  } as const;
  return (
    <ActionForm
      action={saveRedirectAction}
      hidden={{ redirectId: redirect?.id, shown: String(redirect?.version ?? 0) }}
      onDone={done}
      clear={!redirect}
      className="grid gap-5"
    >
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormText
          name="from"
          label={t('from')}
          hint={t('fromHint')}
          initial={redirect?.from}
          maxLength={1500}
          {...address}
        />
        <FormText name="to" label={t('to')} hint={t('toHint')} initial={redirect?.to} maxLength={1000} {...address} />
      </div>
      <FormSubmit className="justify-self-start">{t(redirect ? 'save' : 'add')}</FormSubmit>
    </ActionForm>
  );
}
