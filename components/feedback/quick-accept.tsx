'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import { stageIdeaAction } from '@/lib/feedback/actions';

/** Accepts a new idea straight from the queue. */
export function QuickAccept({ id, title }: { id: string; title: string }) {
  const t = useTranslations('feedback');
  return (
    <ActionForm action={stageIdeaAction} hidden={{ ideaId: id, to: 'ACCEPTED' }} onDone={() => toast.success(t('triage.accepted', { title }))}>
      <FormSubmit variant="secondary" size="sm" aria-label={t('triage.acceptNamed', { title })}>{t('move.ACCEPTED')}</FormSubmit>
    </ActionForm>
  );
}
