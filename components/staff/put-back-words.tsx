'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { FormAction } from '@/components/forms/reachable';
import { toast } from '@/components/ui/toaster';

type Props = {
  action: FormAction<undefined | void>;
  hidden: Record<string, string>;
  /** None where the program's own words are to come back. */
  version?: number;
};

/** Brings the words of a version back, or the program's own. Nothing is lost by it: the words at hand stay in the history. */
export function PutBackWords({ action, hidden, version }: Props) {
  const t = useTranslations('ownWords');
  return (
    <ActionForm
      action={action}
      hidden={{ ...hidden, version: version === undefined ? undefined : `${version}` }}
      onDone={() => toast.success(t('putBackDone'))}
      className="gap-1"
    >
      <FormSubmit variant="secondary" size="sm" className="justify-self-start">
        {version === undefined ? t('putBackPrograms') : t('putBack', { version })}
      </FormSubmit>
    </ActionForm>
  );
}
