'use client';

import { useTranslations } from 'use-intl';

import { copyRoleAction, deleteRoleAction, editRoleAction } from '@/app/actions/members';
import { ActionForm } from '@/components/forms/action-form';
import { FormCheck, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { ChoiceGroup } from '@/components/ui/choice';
import type { Permission } from '@/lib/core/permissions';
import { permissionsByDomain } from '@/lib/permissions';

/** Makes a role of the brand's own out of another one. */
export function CopyRole({ roles }: { roles: { value: string; label: string }[] }) {
  const t = useTranslations('staff.rolesPage');
  return (
    <Card as="section">
      <SectionHead title={t('copyTitle')} lead={t('copyLead')} />
      <ActionForm action={copyRoleAction} success={t('copied')} clear>
        <div className="grid gap-4 sm:grid-cols-3">
          <FormSelect name="from" label={t('from')} options={roles} />
          <Names />
        </div>
        <FormSubmit className="justify-self-start">{t('copy')}</FormSubmit>
      </ActionForm>
    </Card>
  );
}

type Edited = {
  key: string;
  name: string | null;
  nameZh: string | null;
  permissions: readonly Permission[];
  holders: number;
};

/** A role of the brand's own: its names, and what it allows. */
export function EditRole({ role, label }: { role: Edited; label: string }) {
  const t = useTranslations('staff');
  return (
    <Card as="section">
      <SectionHead title={<bdi>{label}</bdi>} lead={t('rolesPage.editLead', { count: role.holders })} />
      <ActionForm action={editRoleAction} hidden={{ role: role.key }} success={t('rolesPage.saved')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Names name={role.name ?? ''} nameZh={role.nameZh ?? ''} />
        </div>
        <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2">
          {permissionsByDomain.map(({ domain, permissions }) => (
            <ChoiceGroup key={domain} legend={t(`permissionGroups.${domain}`)} className="gap-0">
              {permissions.map((each) => (
                <FormCheck
                  key={each}
                  name={each}
                  initial={role.permissions.includes(each)}
                  label={t(`permissions.${each}`)}
                />
              ))}
            </ChoiceGroup>
          ))}
        </div>
        <FormSubmit className="justify-self-start">{t('rolesPage.save')}</FormSubmit>
      </ActionForm>
      {role.holders === 0 && (
        <details className="mt-6 border-t border-line pt-4">
          <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] text-danger">
            {t('rolesPage.deleteOpen')}
          </summary>
          <p className="mt-2 mb-4 text-muted">{t('rolesPage.deleteLead')}</p>
          <ActionForm action={deleteRoleAction} hidden={{ role: role.key }}>
            <FormSubmit variant="danger" className="justify-self-start">
              {t('rolesPage.delete')}
            </FormSubmit>
          </ActionForm>
        </details>
      )}
    </Card>
  );
}

function Names({ name, nameZh }: { name?: string; nameZh?: string }) {
  const t = useTranslations('staff.rolesPage');
  return (
    <>
      <FormText name="name" label={t('name')} initial={name} maxLength={40} lang="en" required />
      <FormText name="nameZh" label={t('nameZh')} initial={nameZh} maxLength={40} lang="zh-CN" required />
    </>
  );
}
