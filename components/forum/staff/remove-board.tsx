'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { deleteBoardAction } from '@/app/actions/forum';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { buttonLook } from '@/components/ui/button-look';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Deletes a board without threads; of another it says what to do instead. */
export function RemoveBoard({ slug, threads, locale }: { slug: string; threads: number; locale: Locale }) {
  const t = useTranslations('boardsStaff');
  const router = useRouter();
  if (threads > 0) return <p className="max-w-prose text-muted">{t('keepLead')}</p>;
  return (
    <details>
      <summary className={buttonLook('secondary', 'md', 'w-fit cursor-pointer list-none text-danger')}>
        {t('remove')}
      </summary>
      <p className="mt-2 mb-4 text-muted">{t('removeLead')}</p>
      <ActionForm
        action={deleteBoardAction}
        hidden={{ board: slug }}
        onDone={() => router.push(inLocale(locale, paths.staff('boards')))}
      >
        <FormSubmit variant="danger" className="justify-self-start">
          {t('removeButton')}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
