'use client';

import { useTranslations } from 'use-intl';

import { handleUnitAction } from '@/app/actions/recalls';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect, FormSubmit } from '@/components/forms/form-fields';
import type { HandleUnit, RecallRemedy } from '@/lib/recalls/schema';

type Props = {
  recallUnitId: string;
  /** What may become of it. */
  moves: readonly HandleUnit['to'][];
  remedies: readonly RecallRemedy[];
  /** What its owner chose. */
  wish: RecallRemedy | null;
};

/** Notes what became of a device that is recalled. */
export function HandleUnitForm({ recallUnitId, moves, remedies, wish }: Props) {
  const t = useTranslations('recalls');
  return (
    <ActionForm action={handleUnitAction} hidden={{ recallUnitId }} className="gap-4">
      <FormSelect
        name="to"
        label={t('staff.unit.to')}
        initial={moves[0]}
        options={moves.map((value) => ({ value, label: t(`staff.unit.moves.${value}`) }))}
      />
      <FormSelect
        name="remedy"
        label={t('staff.unit.remedy')}
        initial={wish ?? ''}
        blank={t('staff.unit.remedyNone')}
        options={remedies.map((value) => ({ value, label: t(`own.remedies.${value}`) }))}
      />
      <FormArea
        name="reason"
        label={t('staff.unit.reason')}
        hint={t('staff.unit.reasonHint')}
        rows={2}
        maxLength={500}
        required
      />
      <FormSubmit className="justify-self-start">{t('staff.unit.do')}</FormSubmit>
    </ActionForm>
  );
}
