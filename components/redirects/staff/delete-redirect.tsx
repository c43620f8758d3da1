'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { deleteRedirectAction } from '@/app/actions/redirects';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Deletes a redirect. */
export function DeleteRedirect({ id, version, locale }: { id: string; version: number; locale: Locale }) {
  const t = useTranslations('redirects');
  const router = useRouter();
  return (
    <details>
      <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] text-danger">
        {t('remove')}
      </summary>
      <p className="mt-2 mb-4 text-muted">{t('removeLead')}</p>
      <ActionForm
        action={deleteRedirectAction}
        hidden={{ redirectId: id, shown: String(version) }}
        onDone={() => {
          toast.success(t('removed'));
          router.push(inLocale(locale, paths.staff('settings', 'redirects')));
        }}
      >
        <FormSubmit variant="danger" className="justify-self-start">
          {t('remove')}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
