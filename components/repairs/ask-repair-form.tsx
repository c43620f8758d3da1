'use client';

import { useTranslations } from 'use-intl';

import { askRepairAction } from '@/app/actions/repairs';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect, FormSubmit } from '@/components/forms/form-fields';
import type { AskedAs } from '@/lib/repairs/choices/repair-path';

type Props = {
  asked: AskedAs;
  unitId: string;
  locale: string;
  /** Where it was sent once. */ shipTo: string;
  /** What it is for, where a recall leads here. */ note?: string;
  /** Where it may be brought. */ points: { value: string; label: string }[];
};

/** What the owner of a device says of its fault, and where it is sent back to. */
export function AskRepairForm({ asked, unitId, locale, shipTo, note, points }: Props) {
  const t = useTranslations('repairs.form');
  return (
    <ActionForm action={askRepairAction} hidden={{ ...asked, unitId, locale }}>
      <FormArea name="note" label={t('note')} hint={t('noteHint')} initial={note} rows={5} maxLength={1000} required />
      {points.length > 0 && (
        <FormSelect name="pointId" label={t('point')} hint={t('pointHint')} options={points} blank={t('noPoint')} />
      )}
      <FormArea name="shipTo" label={t('shipTo')} hint={t('shipToHint')} initial={shipTo} rows={5} maxLength={400} />
      <FormSubmit className="justify-self-start">{t('do')}</FormSubmit>
    </ActionForm>
  );
}
