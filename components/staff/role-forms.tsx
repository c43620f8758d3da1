'use client';

import { useTranslations } from 'use-intl';

import { builtInRoles, type BuiltInRole } from '@/lib/core/permissions';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { grantRoleAction, revokeRoleAction, setTrustAction } from '@/app/actions/members';

type Props = { memberId: string; held: BuiltInRole[]; trust: number; fixed: boolean };

/** Roles and trust: for admins, each change with its reason. */
export function RoleForms({ memberId, held, trust, fixed }: Props) {
  const t = useTranslations('staff');
  const option = (role: BuiltInRole) => ({ value: role, label: t(`roles.${role}`) });
  const free = builtInRoles.filter((role) => !held.includes(role));
  const levels = [
    { value: 'auto', label: t('member.trustAuto') },
    ...['0', '1', '2', '3', '4'].map((value) => ({ value, label: value })),
  ];
  return (
    <div className="grid items-start gap-6 sm:grid-cols-2">
      <Card as="section">
        <SectionHead title={t('member.rolesTitle')} level={3} />
        {free.length > 0 && (
          <ActionForm key={`grant-${free.length}`} action={grantRoleAction} hidden={{ memberId }}>
            <FormSelect name="role" label={t('member.role')} options={free.map(option)} />
            <FormText name="reason" label={t('member.reason')} hint={t('member.reasonHint')} maxLength={500} required />
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
            <FormSelect name="role" label={t('member.role')} options={held.map(option)} />
            <FormText name="reason" label={t('member.reason')} hint={t('member.reasonHint')} maxLength={500} required />
            <FormSubmit variant="danger" className="justify-self-start">
              {t('member.revoke')}
            </FormSubmit>
          </ActionForm>
        )}
      </Card>
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
    </div>
  );
}
