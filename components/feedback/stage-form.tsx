'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';
import { stageIdeaAction } from '@/app/actions/feedback';
import type { IdeaStage } from '@/lib/feedback/schema';
import type { Notified } from '@/lib/forum/queries/count-notified';

/** The steps that are open to an idea, with the words that go to its voters. */
export function StageForm({
  id,
  stage,
  moves,
  notified: { author, voters },
}: {
  id: string;
  stage: IdeaStage;
  moves: readonly IdeaStage[];
  notified: Notified;
}) {
  const t = useTranslations('feedback');
  const told = author ? (voters > 0 ? 'both' : 'author') : voters > 0 ? 'voters' : 'none';
  return (
    <ActionForm action={stageIdeaAction} hidden={{ ideaId: id, from: stage }} success={t('case.told', { told })} clear>
      <FormArea
        name="reason"
        rows={3}
        maxLength={600}
        label={t('case.reason')}
        hint={t('case.reasonHint', { told, count: voters })}
      />
      <div className="flex flex-wrap gap-2.5">
        {moves.map((to, at) => (
          <FormSubmit
            key={to}
            name="to"
            value={to}
            variant={to === 'DECLINED' ? 'danger' : at === 0 ? 'primary' : 'secondary'}
          >
            {t(stage === 'DECLINED' && to === 'NEW' ? 'move.REOPEN' : `move.${to}`)}
          </FormSubmit>
        ))}
      </div>
    </ActionForm>
  );
}
