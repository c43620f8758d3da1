'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { askNewEmailAction, changeEmailAction } from '@/app/actions/members';

import { CodeField } from './confirm-form';
import { OwnProof, type Proof } from './phone/own-proof';

/** Moving to another address: ask for a code there, then type it. */
export function EmailForms({ email, proof }: { email: string | null; proof: Proof }) {
  const t = useTranslations('members');
  const [asked, setAsked] = useState(false);
  return (
    <Card as="section">
      <SectionHead
        title={t('account.email')}
        lead={
          <span className="wrap-anywhere">
            {email && <span className="block">{t('account.emailNow', { email })}</span>}
            {t('account.emailLead')}
          </span>
        }
      />
      <div className="grid gap-6">
        <ActionForm action={askNewEmailAction} success={t('account.emailAsked')} onDone={() => setAsked(true)}>
          <FormText name="email" type="email" label={t('fields.email')} autoComplete="email" required />
          <OwnProof proof={proof} />
          <FormSubmit variant="secondary" className="justify-self-start">
            {t('account.emailAsk')}
          </FormSubmit>
        </ActionForm>
        {asked && (
          <ActionForm
            action={changeEmailAction}
            success={t('account.emailMoved')}
            className="border-t border-line pt-5"
          >
            <CodeField label={t('account.emailCode')} />
            <FormSubmit className="justify-self-start">{t('account.emailMove')}</FormSubmit>
          </ActionForm>
        )}
      </div>
    </Card>
  );
}
