'use client';

import { useTranslations } from 'use-intl';

import {
  closeRecallAction,
  publishRecallAction,
  remindOwnersAction,
  reopenRecallAction,
  withdrawRecallAction,
} from '@/app/actions/recalls';
import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormArea, FormCheck, FormSubmit } from '@/components/forms/form-fields';

type Of = { recallId: string };

/** Publishes a recall, after saying whom it tells of how many devices. */
export function PublishRecall({
  recallId,
  version,
  units,
  owners,
}: Of & { version: number; units: number; owners: number }) {
  const t = useTranslations('recalls.staff');
  return (
    <AskFirst look="primary" open={t('publish')} lead={t('publishLead', { units, owners })}>
      <ActionForm action={publishRecallAction} hidden={{ recallId, version: String(version) }} className="gap-3">
        <FormCheck name="sure" label={t('publishSure')} />
        <FormSubmit variant="danger" className="justify-self-start">
          {t('publishDo')}
        </FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}

/** Has those told again who have not answered. */
export function RemindOwners({ recallId }: Of) {
  const t = useTranslations('recalls.staff');
  return (
    <AskFirst open={t('remind')} lead={t('remindLead')}>
      <ActionForm action={remindOwnersAction} hidden={{ recallId }} className="gap-3" success={t('reminded')}>
        <FormSubmit className="justify-self-start">{t('remindDo')}</FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}

/** Ends a recall, with what becomes of those units that are left. */
export function CloseRecall({ recallId, left }: Of & { left: number }) {
  const t = useTranslations('recalls.staff');
  return (
    <AskFirst open={t('close')} lead={t('closeLead', { left })}>
      <ActionForm action={closeRecallAction} hidden={{ recallId }} className="gap-3">
        <FormArea name="reason" label={t('closeReason')} rows={3} maxLength={500} required />
        <FormSubmit className="justify-self-start">{t('closeDo')}</FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}

/** Opens a recall again that was closed too early. */
export function ReopenRecall({ recallId }: Of) {
  const t = useTranslations('recalls.staff');
  return (
    <ActionForm action={reopenRecallAction} hidden={{ recallId }} className="gap-3">
      <FormSubmit className="justify-self-start">{t('reopen')}</FormSubmit>
    </ActionForm>
  );
}

/** Takes back a recall that should not have been. */
export function WithdrawRecall({ recallId, isOpen }: Of & { isOpen: boolean }) {
  const t = useTranslations('recalls.staff');
  return (
    <AskFirst open={t('withdraw')} lead={t(isOpen ? 'withdrawLead' : 'withdrawDraftLead')}>
      <ActionForm action={withdrawRecallAction} hidden={{ recallId }} className="gap-3">
        <FormArea name="reason" label={t('withdrawReason')} rows={3} maxLength={500} required />
        <FormSubmit variant="danger" className="justify-self-start">
          {t('withdrawDo')}
        </FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}
