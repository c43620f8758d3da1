import { roleName } from '@/components/members/staff/role-name';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { MemberRow } from '@/lib/members/queries';

const languageNames: Record<string, string> = { en: 'English', zh: '简体中文' };

/** What staff see of a member in a list, column by column. */
export function memberColumns(locale: Locale): Column<MemberRow>[] {
  const t = translator(locale, 'staff');
  return [
    { key: 'member', header: t('members.member'), lead: true, cell: (row) => <Who locale={locale} row={row} /> },
    { key: 'trust', header: t('members.trust'), align: 'end', cell: ({ trust }) => trust },
    {
      key: 'roles',
      header: t('members.roles'),
      cell: ({ roles }) =>
        listed(
          locale,
          roles.map((role) => roleName(locale, role)),
        ) || '–',
    },
    {
      key: 'joined',
      header: t('members.joined'),
      cell: ({ handle, createdAt }) =>
        handle === null ? '–' : <DateTime at={createdAt.toISOString()} locale={locale} />,
    },
    {
      key: 'seen',
      header: t('members.seen'),
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? <RelativeTime at={lastSeenAt.toISOString()} locale={locale} /> : t('members.never'),
    },
    { key: 'language', header: t('members.language'), cell: (row) => languageNames[row.locale] ?? row.locale },
  ];
}

function Who({ locale, row }: { locale: Locale; row: MemberRow }) {
  const t = translator(locale, 'staff');
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar name={row.name} src={row.avatar} size="sm" />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={inLocale(locale, paths.staffMember(row))} className="font-semibold hover:underline">
            <bdi>{row.name}</bdi>
          </Link>
          {row.suspended && <Badge tone="danger">{t('members.suspended')}</Badge>}
          {row.imported && <Badge tone="info">{t('members.imported')}</Badge>}
        </span>
        <span className="block text-sm font-normal text-muted">
          {row.handle === null ? t('members.customer') : `@${row.handle}`}
        </span>
      </span>
    </span>
  );
}
