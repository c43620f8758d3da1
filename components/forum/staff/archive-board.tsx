'use client';

import { useTranslations } from 'use-intl';

import { archiveBoardAction, unarchiveBoardAction } from '@/app/actions/forum';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import { buttonLook } from '@/components/ui/button-look';

type Props = { slug: string; threads: number; archivedAt: string | null };

/** Archives a board, having said what that means for its threads; of an archived one it is the way back. */
export function ArchiveBoard({ slug, threads, archivedAt }: Props) {
  const t = useTranslations('boardsStaff.archive');
  if (archivedAt)
    return (
      <ActionForm action={unarchiveBoardAction} hidden={{ board: slug }} onDone={() => toast.success(t('outDone'))}>
        <p className="mb-3 max-w-prose text-muted">{t('outLead', { at: archivedAt })}</p>
        <FormSubmit variant="secondary">{t('outButton')}</FormSubmit>
      </ActionForm>
    );
  return (
    <details>
      <summary className={buttonLook('secondary', 'md', 'w-fit cursor-pointer list-none')}>{t('title')}…</summary>
      <p className="mt-2 mb-4 max-w-prose text-muted">{t('lead', { count: threads })}</p>
      <ActionForm
        action={archiveBoardAction}
        hidden={{ board: slug }}
        onDone={() => toast.success(t('done'))}
        className="grid max-w-2xl gap-4"
      >
        <FormText name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} />
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('button')}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
