import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, type Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { TeamRow } from '@/lib/members/queries/team';

import { roleName } from './role-name';

/** Who holds a role, and which. */
export function TeamTable({ locale, team }: { locale: Locale; team: TeamRow[] }) {
  const t = translator(locale, 'staff');
  const columns: Column<TeamRow>[] = [
    {
      key: 'member',
      header: t('teamPage.member'),
      lead: true,
      cell: ({ id, name, avatar, handle, suspended }) => (
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={name} src={avatar} size="sm" />
          <Link href={inLocale(locale, paths.staffMember({ id, handle }))} className="font-semibold hover:underline">
            <bdi>{name}</bdi>
          </Link>
          {suspended && <Badge tone="danger">{t('teamPage.suspended')}</Badge>}
        </span>
      ),
    },
    {
      key: 'roles',
      header: t('teamPage.roles'),
      cell: ({ roles }) =>
        listed(
          locale,
          roles.map((role) => roleName(locale, role)),
        ),
    },
    {
      key: 'seen',
      header: t('teamPage.seen'),
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? <RelativeTime at={lastSeenAt.toISOString()} locale={locale} /> : t('teamPage.never'),
    },
  ];
  return (
    <Card flush>
      <Table caption={t('teamPage.table')} columns={columns} rows={team} rowKey={({ id }) => id} />
    </Card>
  );
}
