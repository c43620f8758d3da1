'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import { stageIdeaAction } from '@/app/actions/feedback';

/** Accepts a new idea straight from the queue. */
export function QuickAccept({ id, title }: { id: string; title: string }) {
  const t = useTranslations('feedback');
  // The row leaves the queue with the answer, and this form with it: what is said then is said on the way.
  const accept: typeof stageIdeaAction = async (before, form) => {
    const outcome = await stageIdeaAction(before, form);
    if (outcome.status === 'done') toast.success(t('triage.accepted', { title }));
    return outcome;
  };
  return (
    <ActionForm action={accept} hidden={{ ideaId: id, from: 'NEW', to: 'ACCEPTED' }}>
      <FormSubmit variant="secondary" size="sm" aria-label={t('triage.acceptNamed', { title })}>
        {t('move.ACCEPTED')}
      </FormSubmit>
    </ActionForm>
  );
}
