'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { deletePageAction } from '@/app/actions/pages';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Deletes a page that was never published. */
export function DeletePage({ id, version, locale }: { id: string; version: number; locale: Locale }) {
  const t = useTranslations('pagesStaff');
  const router = useRouter();
  return (
    <details>
      <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] text-danger">
        {t('remove')}
      </summary>
      <p className="mt-2 mb-4 text-muted">{t('removeLead')}</p>
      <ActionForm
        action={deletePageAction}
        hidden={{ pageId: id, shown: String(version) }}
        onDone={() => router.push(inLocale(locale, paths.staff('pages')))}
      >
        <FormSubmit variant="danger" className="justify-self-start">
          {t('removeButton')}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
