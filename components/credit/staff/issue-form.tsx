'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { issueCreditAction } from '@/app/actions/credit';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { inFours } from '@/lib/credit/choices/code';
import type { Issued } from '@/lib/credit/commands/issue-credit';

type Props = {
  currency: string;
  /** The page of an account, without its id. */ at: string;
  /** The form's own id: sent twice, it is done once. */ once: string;
};

/** Gives a member credit or issues a gift card. The code of a new card is shown once, here. */
export function IssueForm({ currency, at, once }: Props) {
  const t = useTranslations('credit.staff.issue');
  const [to, setTo] = useState('member');
  return (
    <Card as="section" className="max-w-2xl">
      <ActionForm
        action={issueCreditAction}
        hidden={{ once }}
        // The form begins anew, and so with a member.
        onDone={() => setTo('member')}
        success={(issued) => <Made issued={issued} at={at} />}
        clear
      >
        <FormSelect
          name="to"
          label={t('to')}
          onChange={(event) => setTo(event.currentTarget.value)}
          options={[
            { value: 'member', label: t('toMember') },
            { value: 'card', label: t('toCard') },
          ]}
        />
        {to === 'member' && (
          <FormText
            name="handle"
            label={t('handle')}
            hint={t('handleHint')}
            maxLength={40}
            autoComplete="off"
            dir="ltr"
          />
        )}
        <Sum currency={currency} />
        {to === 'card' && (
          <InZone>
            <MomentField name="expiresAt" label={t('expires')} hint={t('expiresHint')} required={false} />
          </InZone>
        )}
        <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={500} required />
        <FormSubmit className="justify-self-start">{t('do')}</FormSubmit>
      </ActionForm>
    </Card>
  );
}

function Sum({ currency }: { currency: string }) {
  const t = useTranslations('credit.staff.issue');
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <FormText name="amount" label={t('amount')} inputMode="decimal" maxLength={20} autoComplete="off" required />
      <FormText name="currency" label={t('currency')} initial={currency} maxLength={3} autoComplete="off" required />
    </div>
  );
}

function Made({ issued: { accountId, code }, at }: { issued: Issued; at: string }) {
  const t = useTranslations('credit.staff.issue');
  return (
    <>
      <p className="font-medium">{t(code ? 'cardMade' : 'given')}</p>
      {code && (
        <>
          <p className="my-2 font-mono text-subheading break-all" dir="ltr">
            {inFours(code)}
          </p>
          <p>{t('once')}</p>
        </>
      )}
      <p className="mt-2">
        <TextLink href={`${at}/${accountId}`}>{t('see')}</TextLink>
      </p>
    </>
  );
}
