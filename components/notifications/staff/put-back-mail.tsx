'use client';

import { useTranslations } from 'use-intl';

import { putBackMailAction } from '@/app/actions/notifications';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';

type Props = { kind: string; language: Locale; shown: number; version?: number };

/** Brings the words of a version back, or the program's own. Nothing is lost by it: the words at hand stay in the history. */
export function PutBackMail({ kind, language, shown, version }: Props) {
  const t = useTranslations('notifications.mailTexts');
  return (
    <ActionForm
      action={putBackMailAction}
      hidden={{ kind, language, shown: `${shown}`, version: version === undefined ? undefined : `${version}` }}
      onDone={() => toast.success(t('putBackDone'))}
      className="gap-1"
    >
      <FormSubmit variant="secondary" size="sm" className="justify-self-start">
        {version === undefined ? t('putBackPrograms') : t('putBack', { version })}
      </FormSubmit>
    </ActionForm>
  );
}
