'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toaster';
import { stageIdeaAction } from '@/app/actions/feedback';

type Props = { id: string; title: string };

const formOf = (id: string) => `accept-${id}`;

/** Accepts a new idea straight from the list. Its form stands outside of the one around the rows. */
export function QuickAccept({ id, title }: Props) {
  const t = useTranslations('feedback');
  return (
    <Button
      type="submit"
      form={formOf(id)}
      variant="secondary"
      size="sm"
      aria-label={t('triage.acceptNamed', { title })}
    >
      {t('move.ACCEPTED')}
    </Button>
  );
}

/** What the button of an idea sends. */
export function QuickAcceptForm({ id, title }: Props) {
  const t = useTranslations('feedback');
  // The row leaves the queue with the answer, and this form with it: what is said then is said on the way.
  const accept: typeof stageIdeaAction = async (before, form) => {
    const outcome = await stageIdeaAction(before, form);
    if (outcome.status === 'done') toast.success(t('triage.accepted', { title }));
    return outcome;
  };
  return (
    <ActionForm
      action={accept}
      formId={formOf(id)}
      hidden={{ ideaId: id, from: 'NEW', to: 'ACCEPTED' }}
      className="gap-0 not-empty:has-[[role=alert]]:mb-4"
    >
      {null}
    </ActionForm>
  );
}
