'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { issueCreditAction } from '@/app/actions/credit';
import { ActionForm } from '@/components/forms/action-form';
import { usePostedDone } from '@/components/forms/posted-done';
import { FormArea, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { inFours } from '@/lib/credit/choices/code';
import type { Issued } from '@/lib/credit/commands/issue-credit';

type Props = {
  currency: string;
  /** The page of an account, without its id. */
  at: string;
  /** The form's own id: sent twice, it is done once. */
  once: string;
};

/** Gives a member credit or issues a gift card. The code of a new card is shown once, here. */
export function IssueForm({ currency, at, once }: Props) {
  const t = useTranslations('credit.staff.issue');
  // What was sent without scripts is answered by the page itself.
  const [issued, setIssued] = useState(usePostedDone<Issued>('code'));
  const [to, setTo] = useState('member');
  const done = (made: Issued) => {
    setIssued(made);
    // The form begins anew, and so with a member.
    setTo('member');
  };
  return (
    <div className="grid max-w-2xl gap-6">
      {issued && <Made issued={issued} at={at} />}
      <Card as="section">
        <ActionForm action={issueCreditAction} hidden={{ once }} onDone={done} clear>
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
    </div>
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
    <Notice tone="positive" title={t(code ? 'cardMade' : 'given')}>
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
    </Notice>
  );
}
