import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Table, type Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { InvitationRow } from '@/lib/members/queries/team';

import { InvitationForms } from './invite-form';
import { roleName } from './role-name';

type Props = { locale: Locale; invitations: InvitationRow[]; now: Date };

/** Invitations that wait: to whom, by whom and until when. */
export function InvitationTable({ locale, invitations, now }: Props) {
  const t = translator(locale, 'staff');
  const columns: Column<InvitationRow>[] = [
    {
      key: 'email',
      header: t('teamPage.email'),
      lead: true,
      cell: ({ email }) => <span className="font-semibold wrap-anywhere">{email}</span>,
    },
    { key: 'role', header: t('teamPage.role'), cell: ({ role }) => roleName(locale, role) },
    { key: 'by', header: t('teamPage.by'), cell: ({ invitedBy }) => invitedBy?.name ?? t('teamPage.system') },
    {
      key: 'until',
      header: t('teamPage.until'),
      cell: ({ expiresAt }) =>
        expiresAt <= now ? (
          <Badge tone="warning">{t('teamPage.over')}</Badge>
        ) : (
          <DateTime at={expiresAt.toISOString()} locale={locale} />
        ),
    },
    {
      key: 'actions',
      header: <span className="sr-only">{t('teamPage.actions')}</span>,
      align: 'end',
      cell: ({ id, email }) => <InvitationForms invitationId={id} email={email} />,
    },
  ];
  return (
    <Card flush>
      <Table caption={t('teamPage.open')} columns={columns} rows={invitations} rowKey={({ id }) => id} />
    </Card>
  );
}
