'use client';

import { useTranslations } from 'use-intl';

import {
  closeRepairAction,
  decideRepairAction,
  diagnoseRepairAction,
  takeInRepairAction,
  workOnRepairAction,
} from '@/app/actions/repairs';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheck, FormSelect, FormSubmit } from '@/components/forms/form-fields';
import type { WorkStep } from '@/lib/repairs/schema';

type Of = { repairId: string };
type Place = { value: string; label: string };

/** Lets a device come, or refuses it, with words that its owner reads. */
export function DecideRepairForm({ repairId, approve }: Of & { approve: boolean }) {
  const t = useTranslations('repairs.staff');
  return (
    <ActionForm action={decideRepairAction} hidden={{ repairId }} className="gap-4">
      <FormArea name="answer" label={t('answer')} hint={t('answerHint')} rows={3} maxLength={500} required />
      <div className="flex flex-wrap gap-2">
        {approve && (
          <FormSubmit name="outcome" value="APPROVED">
            {t('approve')}
          </FormSubmit>
        )}
        <FormSubmit variant="secondary" name="outcome" value="REFUSED">
          {t('refuse')}
        </FormSubmit>
      </div>
    </ActionForm>
  );
}

type TakeInProps = Of & { places: Place[]; before: { condition: string; lockOff: boolean; wiped: boolean } };

/** Notes how a device came, where it lies, and that nothing of its owner is on it. */
export function TakeInForm({ repairId, places, before }: TakeInProps) {
  const t = useTranslations('repairs.staff');
  return (
    <ActionForm action={takeInRepairAction} hidden={{ repairId }} className="gap-4">
      <FormArea
        name="condition"
        label={t('condition')}
        hint={t('conditionHint')}
        initial={before.condition}
        rows={3}
        maxLength={1000}
        required
      />
      <FormCheck name="lockOff" label={t('lockOff')} initial={before.lockOff} />
      <FormCheck name="wiped" label={t('wiped')} hint={t('wipedHint')} initial={before.wiped} />
      {places.length > 0 && <FormSelect name="locationId" label={t('liesAt')} options={places} blank={t('nowhere')} />}
      <FormSubmit className="justify-self-start">{t('takeIn')}</FormSubmit>
    </ActionForm>
  );
}

/** Notes what was found. */
export function DiagnoseForm({ repairId, diagnosis }: Of & { diagnosis: string }) {
  const t = useTranslations('repairs.staff');
  return (
    <ActionForm action={diagnoseRepairAction} hidden={{ repairId }} className="gap-4">
      <FormArea
        name="diagnosis"
        label={t('diagnosis')}
        hint={t('diagnosisHint')}
        initial={diagnosis}
        rows={4}
        maxLength={2000}
        required
      />
      <FormSubmit className="justify-self-start">{t('diagnose')}</FormSubmit>
    </ActionForm>
  );
}

/** The next steps of the work, each a button; the likeliest first. */
export function WorkForm({ repairId, steps }: Of & { steps: WorkStep[] }) {
  const t = useTranslations('repairs.staff');
  const likeliest = steps.find((step) => step !== 'WAITING_PARTS') ?? steps[0];
  return (
    <ActionForm action={workOnRepairAction} hidden={{ repairId }} className="gap-3">
      <div className="flex flex-wrap gap-2">
        {steps.map((step) => (
          <FormSubmit key={step} variant={step === likeliest ? 'primary' : 'secondary'} name="to" value={step}>
            {t(`work.${step}`)}
          </FormSubmit>
        ))}
      </div>
    </ActionForm>
  );
}

/** Ends a repair whose device is back. */
export function CloseRepairForm({ repairId }: Of) {
  const t = useTranslations('repairs.staff');
  return (
    <ActionForm action={closeRepairAction} hidden={{ repairId }} className="gap-3">
      <p className="text-sm text-muted">{t('closeBody')}</p>
      <FormSubmit className="justify-self-start">{t('close')}</FormSubmit>
    </ActionForm>
  );
}
