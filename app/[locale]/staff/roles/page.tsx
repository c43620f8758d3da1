import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CopyRole, EditRole } from '@/components/members/staff/role-editor';
import { roleName } from '@/components/members/staff/role-name';
import { RoleTable } from '@/components/members/staff/role-table';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { canGiveRole } from '@/lib/members/policy';
import { listRoles } from '@/lib/members/queries/roles';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('members.manageRoles');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'staff')('rolesPage.title'));
});

export default pageOrMissing(async function StaffRolesPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const roles = await listRoles(reading(actor));
  const t = translator(locale, 'staff');
  const mine = roles.filter((role) => canGiveRole(actor, role));
  return (
    <div className="page grid gap-8 pb-16">
      <PageHeader title={t('rolesPage.title')} lead={t('rolesPage.lead')} className="pb-0!" />
      <RoleTable locale={locale} roles={roles} />
      {mine
        .filter(({ builtIn }) => !builtIn)
        .map((role) => (
          <EditRole key={role.key} role={role} label={roleName(locale, role)} />
        ))}
      <CopyRole roles={mine.map((role) => ({ value: role.key, label: roleName(locale, role) }))} />
    </div>
  );
});
