'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { arrangeReasonAction } from '@/app/actions/moderation';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

type Props = {
  id: string;
  label: string;
  retired: boolean;
  shown: number;
  up: boolean;
  down: boolean;
  /** Whether it is the only one that is offered, which has to stay. */
  last: boolean;
};

/** What is done with a reason besides wording it: earlier, later, no longer, again. */
export function ReasonMoves({ id, label, retired, shown, up, down, last }: Props) {
  const t = useTranslations('moderation.reasons');
  return (
    <ActionForm
      action={arrangeReasonAction}
      hidden={{ shown: `${shown}`, id }}
      onDone={() => toast.success(t('moved'))}
    >
      <div className="flex flex-wrap items-center gap-2">
        {up && (
          <FormSubmit variant="quiet" size="sm" name="move" value="up" aria-label={t('up', { label })}>
            <ArrowUp aria-hidden className="size-4" />
          </FormSubmit>
        )}
        {down && (
          <FormSubmit variant="quiet" size="sm" name="move" value="down" aria-label={t('down', { label })}>
            <ArrowDown aria-hidden className="size-4" />
          </FormSubmit>
        )}
        {!last && (
          <FormSubmit
            variant="secondary"
            size="sm"
            name="move"
            value={retired ? 'restore' : 'retire'}
            aria-label={t(retired ? 'restoreNamed' : 'retireNamed', { label })}
          >
            {t(retired ? 'restore' : 'retire')}
          </FormSubmit>
        )}
      </div>
    </ActionForm>
  );
}
