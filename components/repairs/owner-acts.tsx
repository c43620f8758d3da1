'use client';

import { useTranslations } from 'use-intl';

import { answerQuoteAction, backRepairAction, cancelRepairAction } from '@/app/actions/repairs';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { TakeBackFold } from '@/components/forms/take-back-fold';
import type { AskedAs } from '@/lib/repairs/choices/repair-path';

type Props = { repairId: string; asked: AskedAs; locale: string };

/** The owner agrees to what a repair costs, or has the device back as it is. */
export function AnswerQuote({ repairId, asked, locale, version, amount }: Props & { version: number; amount: string }) {
  const t = useTranslations('repairs.quote');
  return (
    <ActionForm
      action={answerQuoteAction}
      hidden={{ ...asked, repairId, locale, version: String(version) }}
      className="gap-3"
    >
      <div className="flex flex-wrap gap-2">
        <FormSubmit name="answer" value="ACCEPTED">
          {t('accept', { amount })}
        </FormSubmit>
        <FormSubmit variant="secondary" name="answer" value="DECLINED">
          {t('decline')}
        </FormSubmit>
      </div>
      <p className="text-sm text-muted">{t('consent')}</p>
    </ActionForm>
  );
}

/** The owner keeps the device after all, before it is sent. */
export function CancelRepair({ repairId, asked, locale }: Props) {
  const t = useTranslations('repairs.cancel');
  return (
    <TakeBackFold
      action={cancelRepairAction}
      hidden={{ ...asked, repairId, locale }}
      words={{ ask: t('ask'), lead: t('body'), yes: t('do') }}
    />
  );
}

/** The owner says that the device is back. */
export function BackAgain({ repairId, asked, locale }: Props) {
  const t = useTranslations('repairs.back');
  return (
    <ActionForm action={backRepairAction} hidden={{ ...asked, repairId, locale }} className="gap-3">
      <FormSubmit className="justify-self-start">{t('do')}</FormSubmit>
    </ActionForm>
  );
}
