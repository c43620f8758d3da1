'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { resetFactorAction } from '@/app/actions/members';
import {
  liftSuspensionAction,
  readPersonalAction,
  suspendMemberAction,
  warnMemberAction,
} from '@/app/actions/members.moderation';

type Props = { memberId: string; suspended: boolean; reads: boolean; hasFactor: boolean };

/** What a moderator may do about a member, each with its reason. */
export function MemberActs({ memberId, suspended, reads, hasFactor }: Props) {
  const t = useTranslations('staff.member');
  // The page that comes back with the answer shows the other form: this one stays, unseen, or it could not say what it did.
  const [done, setDone] = useState<'suspendedDone' | 'lifted' | 'factorDone' | null>(null);
  return (
    <>
      <Warn memberId={memberId} />
      {done && <Notice tone="positive">{t(done)}</Notice>}
      <div hidden={suspended}>
        <Suspend memberId={memberId} onDone={() => setDone('suspendedDone')} />
      </div>
      <div hidden={!suspended}>
        <Lift memberId={memberId} onDone={() => setDone('lifted')} />
      </div>
      {hasFactor && <ResetFactor memberId={memberId} onDone={() => setDone('factorDone')} />}
      {reads && <ShowEmail memberId={memberId} />}
    </>
  );
}

function Warn({ memberId }: { memberId: string }) {
  const t = useTranslations('staff.member');
  return (
    <Card as="section">
      <SectionHead title={t('warnTitle')} lead={t('warnLead')} level={3} />
      <ActionForm action={warnMemberAction} hidden={{ memberId }} success={t('warned')} clear>
        <FormArea name="reason" label={t('reason')} hint={t('reasonTold')} rows={2} maxLength={500} required />
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('warn')}
        </FormSubmit>
      </ActionForm>
    </Card>
  );
}

type Standing = { memberId: string; onDone: () => void };

function Suspend({ memberId, onDone }: Standing) {
  const t = useTranslations('staff.member');
  const spans = [
    { value: '1', label: t('days1') },
    { value: '7', label: t('days7') },
    { value: '30', label: t('days30') },
    { value: 'open', label: t('daysOpen') },
  ];
  return (
    <Card as="section">
      <SectionHead title={t('suspendTitle')} lead={t('suspendLead')} level={3} />
      <ActionForm action={suspendMemberAction} hidden={{ memberId }} onDone={onDone} clear>
        <FormSelect name="days" label={t('until')} options={spans} initial="7" />
        <FormArea name="reason" label={t('reason')} hint={t('reasonTold')} rows={2} maxLength={500} required />
        <FormSubmit variant="danger" className="justify-self-start">
          {t('suspend')}
        </FormSubmit>
      </ActionForm>
    </Card>
  );
}

function Lift({ memberId, onDone }: Standing) {
  const t = useTranslations('staff.member');
  return (
    <Card as="section">
      <SectionHead title={t('lift')} level={3} />
      <ActionForm action={liftSuspensionAction} hidden={{ memberId }} onDone={onDone} clear>
        <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={500} required />
        <FormSubmit className="justify-self-start">{t('lift')}</FormSubmit>
      </ActionForm>
    </Card>
  );
}

function ResetFactor({ memberId, onDone }: Standing) {
  const t = useTranslations('staff.member');
  return (
    <Card as="section">
      <SectionHead title={t('factorTitle')} lead={t('factorLead')} level={3} />
      <ActionForm action={resetFactorAction} hidden={{ memberId }} onDone={onDone} clear>
        <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={500} required />
        <FormSubmit variant="danger" className="justify-self-start">
          {t('factorReset')}
        </FormSubmit>
      </ActionForm>
    </Card>
  );
}

/** Shows the address and the phone of a member, for a reason that is kept. */
export function ShowEmail({ memberId }: { memberId: string }) {
  const t = useTranslations('staff.member');
  const [seen, setSeen] = useState<string[] | null>(null);
  return (
    <Card as="section">
      <SectionHead title={t('email')} lead={t('emailLead')} level={3} />
      <ActionForm
        action={readPersonalAction}
        hidden={{ memberId }}
        onDone={({ email, phone }) => setSeen([email ?? t('emailNone'), phone ?? t('phoneNone')])}
      >
        <FormText name="reason" label={t('reason')} maxLength={500} required />
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('emailShow')}
        </FormSubmit>
      </ActionForm>
      {seen && (
        <div role="status" className="mt-4 grid gap-1 rounded-lg bg-sunken px-4 py-3 font-mono wrap-anywhere">
          {seen.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </Card>
  );
}
