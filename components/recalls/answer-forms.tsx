'use client';

import { useTranslations } from 'use-intl';

import { answerRecallAction } from '@/app/actions/recalls';
import { ActionForm } from '@/components/forms/action-form';
import { FormCheck, FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { TakeBackFold } from '@/components/forms/take-back-fold';
import type { RecallRemedy } from '@/lib/recalls/schema';

type Own = { answerKey: string; recallUnitId: string };
type Props = Own & {
  remedies: readonly RecallRemedy[];
  /** What they said before, where they have. */
  stopped: boolean;
  remedy: RecallRemedy | null;
  again: boolean;
};

/** An owner says that they have read a recall, whether they use the device no more, and what they want. */
export function AnswerRecallForm({ answerKey, recallUnitId, remedies, stopped, remedy, again }: Props) {
  const t = useTranslations('recalls.own');
  return (
    <ActionForm
      action={answerRecallAction}
      hidden={{ key: answerKey, recallUnitId, answer: 'ACKNOWLEDGED' }}
      className="gap-4"
      success={t('done')}
    >
      {!again && <h3 className="font-semibold">{t('read')}</h3>}
      <FormCheck name="stopped" label={t('stopped')} initial={stopped} />
      <FormSelect
        name="remedy"
        label={t('remedy')}
        initial={remedy ?? ''}
        blank={t('none')}
        options={remedies.map((value) => ({ value, label: t(`remedies.${value}`) }))}
      />
      <FormSubmit className="justify-self-start">{t(again ? 'change' : 'do')}</FormSubmit>
    </ActionForm>
  );
}

/** An owner wants nothing done. */
export function RefuseRecallForm({ answerKey, recallUnitId }: Own) {
  const t = useTranslations('recalls.own');
  return (
    <TakeBackFold
      action={answerRecallAction}
      hidden={{ key: answerKey, recallUnitId, answer: 'REFUSED' }}
      words={{ ask: t('refuse'), lead: t('refuseBody'), yes: t('refuseDo') }}
    />
  );
}
