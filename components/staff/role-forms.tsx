'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { grantRoleAction, revokeRoleAction, setTrustAction } from '@/app/actions/members';

type Option = { value: string; label: string };
type RolesProps = { memberId: string; held: Option[]; roles: Option[] };

/** The roles that a member holds: given, for a time or without an end, and taken, each time with a reason. */
export function RoleForms({ memberId, held, roles }: RolesProps) {
  const t = useTranslations('staff');
  return (
    <Card as="section">
      <SectionHead title={t('member.rolesTitle')} level={3} />
      {roles.length > 0 && (
        <ActionForm action={grantRoleAction} hidden={{ memberId }} clear>
          <FormSelect name="role" label={t('member.role')} options={roles} />
          <InZone>
            <MomentField name="until" label={t('member.roleUntil')} hint={t('member.roleUntilHint')} required={false} />
          </InZone>
          <Reason />
          <FormSubmit variant="secondary" className="justify-self-start">
            {t('member.grant')}
          </FormSubmit>
        </ActionForm>
      )}
      {held.length > 0 && (
        <ActionForm
          key={`revoke-${held.length}`}
          action={revokeRoleAction}
          hidden={{ memberId }}
          className="mt-6 border-t border-line pt-5"
        >
          <p className="text-[0.9375rem] text-muted">{t('member.revokeLead')}</p>
          <FormSelect name="role" label={t('member.role')} options={held} />
          <Reason />
          <FormSubmit variant="danger" className="justify-self-start">
            {t('member.revoke')}
          </FormSubmit>
        </ActionForm>
      )}
    </Card>
  );
}

type TrustProps = { memberId: string; trust: number; fixed: boolean };

function Reason() {
  const t = useTranslations('staff.member');
  return <FormText name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} required />;
}

/** A member's trust: given by staff, or left to how much they take part. */
export function TrustForm({ memberId, trust, fixed }: TrustProps) {
  const t = useTranslations('staff');
  const levels = [
    { value: 'auto', label: t('member.trustAuto') },
    ...['0', '1', '2', '3', '4'].map((value) => ({ value, label: value })),
  ];
  return (
    <Card as="section">
      <SectionHead title={t('member.trustTitle')} level={3} />
      <ActionForm action={setTrustAction} hidden={{ memberId }} success={t('member.trustDone')}>
        <FormSelect
          name="level"
          label={t('member.trustLevel')}
          options={levels}
          initial={fixed ? String(trust) : 'auto'}
        />
        <FormText name="reason" label={t('member.reason')} hint={t('member.reasonHint')} maxLength={500} required />
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('member.trustSet')}
        </FormSubmit>
      </ActionForm>
    </Card>
  );
}
