'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import { addUnits, announceDrop } from '@/app/actions/drops';

type AnnounceProps = { dropId: string; version: number; units: number; closed: boolean };

/** Makes a planned drop public after a question, in the version that is shown; while the shop is closed, only staff will see it. */
export function AnnounceForm({ dropId, version, units, closed }: AnnounceProps) {
  const t = useTranslations('drops.staff');
  return (
    <Card look="accent" className="flex flex-wrap items-center justify-between gap-4">
      <div className="grid min-w-0 flex-1 basis-64 gap-1.5">
        <p>{t('announceBody')}</p>
        {closed && <p className="font-semibold text-warning-ink">{t('announceClosed')}</p>}
      </div>
      <AskFirst open={t('announceOpen')} lead={t('announceAsk', { count: units })} look="primary">
        <ActionForm
          action={announceDrop}
          hidden={{ dropId, shown: String(version) }}
          onDone={() => toast.success(t(closed ? 'announceDoneClosed' : 'announceDone'))}
        >
          <FormSubmit className="justify-self-start">{t('announce')}</FormSubmit>
        </ActionForm>
      </AskFirst>
    </Card>
  );
}

type AddProps = { dropId: string; allotments: { value: string; label: string }[]; planned: boolean };

/** Puts more units on offer, at once or, in a plan, with all others. */
export function AddUnitsForm({ dropId, allotments, planned }: AddProps) {
  const t = useTranslations('drops');
  return (
    <Card as="section" aria-labelledby="add">
      <SectionHead
        id="add"
        level={3}
        title={t('staff.addTitle')}
        lead={t(planned ? 'staff.addLeadPlanned' : 'staff.addLead')}
      />
      <ActionForm action={addUnits} hidden={{ dropId }} success={t('staff.addDone')} clear>
        <div className="grid gap-5 sm:grid-cols-2">
          <FormSelect name="allotmentId" label={t('allotment.variant')} options={allotments} />
          <FormText name="units" type="number" min={1} label={t('staff.addCount')} required />
        </div>
        <FormText name="reason" label={t('staff.addReason')} maxLength={300} required />
        <div>
          <FormSubmit variant="secondary">{t('staff.add')}</FormSubmit>
        </div>
      </ActionForm>
    </Card>
  );
}
