import { roleName } from '@/components/members/staff/role-name';
import type { HeldRole } from '@/lib/core/actor';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { memberList } from '@/lib/members/list';

import type { ListView } from './list/list-view';

/** How the list of members, its orders, filters and columns are called. */
export function memberListWords(
  locale: Locale,
  roles: HeldRole[],
): Pick<ListView, 'filters' | 'sorts' | 'columns' | 'search'> {
  const t = translator(locale, 'staff');
  const headers = {
    member: t('members.member'),
    trust: t('members.trust'),
    roles: t('members.roles'),
    joined: t('members.joined'),
    seen: t('members.seen'),
    language: t('members.language'),
  };
  return {
    filters: [
      {
        name: 'role',
        label: t('members.roles'),
        kind: 'choice',
        options: roles.map((role) => ({ value: role.key, label: roleName(locale, role) })),
      },
      { name: 'customer', label: t('members.customer'), kind: 'on' },
      { name: 'suspended', label: t('members.suspended'), kind: 'on' },
      {
        name: 'trust',
        label: t('members.trust'),
        kind: 'choice',
        options: ['0', '1', '2', '3', '4'].map((value) => ({ value, label: value })),
      },
      { name: 'from', label: t('members.joinedFrom'), kind: 'day' },
      { name: 'until', label: t('members.joinedUntil'), kind: 'day' },
    ],
    sorts: (Object.keys(memberList.sorts) as (keyof typeof memberList.sorts)[]).map((value) => ({
      value,
      label: t(`members.sorts.${value}`),
    })),
    columns: memberList.columns.map((value) => ({ value, label: headers[value] })),
    search: { label: t('members.search'), hint: t('members.searchHint') },
  };
}
