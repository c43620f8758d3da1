import { Check } from 'lucide-react';

import { Card } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { RoleRow } from '@/lib/members/queries/roles';
import { permissionsByDomain } from '@/lib/permissions';

import { roleName } from './role-name';

// What moves sideways and down in itself is reached by keyboard.
const focusable = { tabIndex: 0 };
const cell = 'border-b border-line px-3 py-2.5';
const first = 'sticky start-0 z-10 bg-surface text-start';
const head = 'sticky top-0 bg-surface';

/** What each role allows: a row for each permission, by domain, and a column for each role. It moves under its head and beside its first column, which stay. */
export function RoleTable({ locale, roles }: { locale: Locale; roles: RoleRow[] }) {
  const t = translator(locale, 'staff');
  return (
    <Card flush>
      <section
        className="fade-scroll relative max-h-[85dvh] overflow-auto [--fade-before:0px] -outline-offset-2"
        {...focusable}
        aria-label={t('rolesPage.table')}
      >
        <table className="w-full border-separate border-spacing-0 text-[0.9375rem]">
          <caption className="sr-only">{t('rolesPage.table')}</caption>
          <thead>
            <tr>
              <th scope="col" className={`${cell} ${first} ${head} z-30! min-w-44 text-sm font-semibold text-muted`}>
                {t('rolesPage.permission')}
              </th>
              {roles.map((role) => (
                <th
                  key={role.key}
                  scope="col"
                  className={`${cell} ${head} z-20 min-w-24 align-bottom text-sm font-semibold`}
                >
                  <bdi>{roleName(locale, role)}</bdi>
                  <span className="block font-normal text-muted">
                    {t('rolesPage.holders', { count: role.holders })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissionsByDomain.map((group) => (
              <Group key={group.domain} locale={locale} roles={roles} {...group} />
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

type GroupProps = { locale: Locale; roles: RoleRow[] } & (typeof permissionsByDomain)[number];

function Group({ locale, roles, domain, permissions }: GroupProps) {
  const t = translator(locale, 'staff');
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={roles.length + 1} className="border-b border-line bg-sunken p-0 text-start">
          <span className="sticky start-0 inline-block px-3 py-2 text-sm font-semibold text-muted">
            {t(`permissionGroups.${domain}`)}
          </span>
        </th>
      </tr>
      {permissions.map((permission) => (
        <tr key={permission}>
          <th scope="row" className={`${cell} ${first} font-normal`}>
            {t(`permissions.${permission}`)}
          </th>
          {roles.map((role) => (
            <td key={role.key} className={`${cell} text-center`}>
              <Held held={role.permissions.includes(permission)} yes={t('rolesPage.yes')} no={t('rolesPage.no')} />
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

function Held({ held, yes, no }: { held: boolean; yes: string; no: string }) {
  if (held) return <Check role="img" aria-label={yes} className="mx-auto size-5 text-accent-ink" />;
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{no}</span>
    </span>
  );
}
