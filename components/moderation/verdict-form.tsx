'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toaster';
import { resolveReportsAction } from '@/app/actions/moderation';
import type { Verdict } from '@/lib/moderation/schema';

const looks: Record<Verdict, 'danger' | 'secondary'> = {
  hide: 'danger',
  warn: 'danger',
  suspend: 'danger',
  nothing: 'secondary',
};
const terms = [1, 7, 30];

/** What a moderator decides about a reported post; its author may be staff, whom nobody suspends from here. */
export function VerdictForm({ post, sparesAuthor }: { post: string; sparesAuthor: boolean }) {
  const t = useTranslations('moderation');
  const resolve = useResolve();
  const offered: Verdict[] = sparesAuthor ? ['hide', 'nothing'] : ['hide', 'warn', 'suspend', 'nothing'];
  return (
    <ActionForm action={resolve} hidden={{ post }} className="gap-4!">
      <FormArea
        name="reason"
        label={t('queue.reason')}
        hint={t('queue.reasonHint')}
        rows={2}
        maxLength={500}
        required
      />
      {!sparesAuthor && (
        <FormSelect
          name="days"
          label={t('queue.days')}
          initial="7"
          className="sm:max-w-52"
          options={[
            ...terms.map((days) => ({ value: String(days), label: t('queue.dayCount', { count: days }) })),
            { value: '', label: t('queue.forever') },
          ]}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {offered.map((verdict) => (
          <SubmitButton key={verdict} size="sm" variant={looks[verdict]} name="verdict" value={verdict}>
            {t(`queue.${verdict}`)}
          </SubmitButton>
        ))}
      </div>
    </ActionForm>
  );
}

// The card leaves the queue with the answer, and this form with it: what was done is said on the way.
function useResolve(): typeof resolveReportsAction {
  const t = useTranslations('moderation');
  return async (before, form) => {
    const outcome = await resolveReportsAction(before, form);
    if (outcome.status === 'done') toast.success(t(`queue.doneWith.${form.get('verdict') as Verdict}`));
    return outcome;
  };
}
