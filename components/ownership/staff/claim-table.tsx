import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { ClaimRow } from '@/lib/ownership/queries/claims';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';

/** Requests for devices in a list. */
export function ClaimTable({ claims, locale }: { claims: ClaimRow[]; locale: Locale }) {
  const t = translator(locale, 'ownership');
  if (claims.length === 0) return <EmptyState title={t('claims.none')}>{t('claims.noneBody')}</EmptyState>;
  return (
    <Table
      caption={t('claims.title')}
      rows={claims}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'serial',
          lead: true,
          header: t('claims.serial'),
          cell: ({ id, serial }) => (
            <Link
              href={inLocale(locale, paths.staff('units', 'claims', id))}
              className="font-mono font-semibold hover:underline"
            >
              <bdi>{serial}</bdi>
            </Link>
          ),
        },
        {
          key: 'product',
          header: t('claims.product'),
          cell: ({ product }) => localText(locale, product.title, product.titleZh),
        },
        { key: 'member', header: t('claims.member'), cell: ({ member }) => <bdi>{member.name}</bdi> },
        { key: 'state', header: t('claims.state'), cell: ({ state }) => <Badge>{t(`claims.states.${state}`)}</Badge> },
        {
          key: 'since',
          header: t('claims.since'),
          cell: ({ createdAt }) => <DateTime at={createdAt} locale={locale} />,
        },
      ]}
    />
  );
}
