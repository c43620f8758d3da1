'use client';

import { useTranslations } from 'use-intl';

import { dropRedirectFileAction, sendRedirectsAction, takeRedirectFileAction } from '@/app/actions/redirects';
import { ActionForm } from '@/components/forms/action-form';
import { FileField } from '@/components/forms/file-field';
import { FormSubmit } from '@/components/forms/form-fields';

/** Takes a file of redirects; what it would do is shown on the page that follows. */
export function SendRedirects({ locale }: { locale: string }) {
  const t = useTranslations('redirects.file');
  return (
    <ActionForm action={sendRedirectsAction} hidden={{ locale }} className="max-w-xl gap-5">
      <FileField
        name="file"
        label={t('file')}
        choose={t('choose')}
        none={t('noFile')}
        hint={t('fileHint')}
        accept=".csv,text/csv,text/plain"
      />
      <FormSubmit className="justify-self-start">{t('check')}</FormSubmit>
    </ActionForm>
  );
}

/** Takes over the rows that were shown, or throws them away. */
export function DecideFile({ fileKey, count, locale }: { fileKey: string; count: number; locale: string }) {
  const t = useTranslations('redirects.file');
  const hidden = { key: fileKey, locale };
  return (
    <div className="flex flex-wrap items-start gap-3">
      {count > 0 && (
        <ActionForm action={takeRedirectFileAction} hidden={hidden}>
          <FormSubmit>{t('take', { count })}</FormSubmit>
        </ActionForm>
      )}
      <ActionForm action={dropRedirectFileAction} hidden={hidden}>
        <FormSubmit variant="quiet">{t('drop')}</FormSubmit>
      </ActionForm>
    </div>
  );
}
