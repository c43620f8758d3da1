'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { removeStaffWebhookAction, saveStaffWebhookAction } from '@/app/actions/notifications';
import { ActionForm } from '@/components/forms/action-form';
import { usePostedDone } from '@/components/forms/posted-done';
import { AskFirst } from '@/components/forms/ask-first';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toaster';

/** Where messages to one's chat go. Its address and secret are shown to nobody again. */
export function WebhookForm({ host, disabledAt }: { host: string | null; disabledAt: string | null }) {
  const t = useTranslations('staffNotices.hook');
  const [secret, setSecret] = useState(usePostedDone<{ secret: string }>('secret')?.secret ?? null);
  return (
    <Card className="grid max-w-3xl gap-4">
      <div>
        <h2 className="text-heading">{t('title')}</h2>
        <p className="mt-1 max-w-prose text-muted">{t('lead')}</p>
      </div>
      {host && !disabledAt && (
        <p>
          <bdi>{t('current', { host })}</bdi>
        </p>
      )}
      {disabledAt && <Notice tone="warning">{t('disabled', { at: disabledAt })}</Notice>}
      {secret && (
        <Notice tone="accent" title={t('secret')}>
          <code data-secret className="font-mono break-all select-all">
            {secret}
          </code>
          <p className="mt-1">{t('secretHint')}</p>
        </Notice>
      )}
      <ActionForm action={saveStaffWebhookAction} onDone={(saved) => setSecret(saved.secret)} className="grid gap-4">
        <FormText name="address" type="url" label={t('address')} hint={t('addressHint')} maxLength={500} required />
        <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
      </ActionForm>
      {host && (
        <AskFirst open={t('removeOpen')} lead={t('removeLead', { host })} look="quiet">
          <ActionForm
            action={removeStaffWebhookAction}
            onDone={() => {
              setSecret(null);
              toast.success(t('removed'));
            }}
          >
            <FormSubmit variant="danger" className="justify-self-start">
              {t('remove')}
            </FormSubmit>
          </ActionForm>
        </AskFirst>
      )}
    </Card>
  );
}
