import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { releaseList } from '@/lib/feedback/list';
import type { StaffRelease } from '@/lib/feedback/queries';
import { releaseKinds } from '@/lib/feedback/schema';
import type { ProductName } from '@/lib/feedback/sql';
import { paths } from '@/lib/paths';

import type { ListView } from '../staff/list/list-view';

/** How the list of releases, its orders, filters and columns are called. */
export function releaseListWords(
  locale: Locale,
  products: (ProductName & { id: string })[],
): Pick<ListView, 'filters' | 'sorts' | 'columns' | 'search'> {
  const t = translator(locale, 'feedback');
  const headers = {
    title: t('releasesStaff.name'),
    version: t('releasesStaff.version'),
    kind: t('releasesStaff.kind'),
    ideas: t('releasesStaff.ideas'),
    state: t('releasesStaff.state'),
    made: t('releasesStaff.made'),
    product: t('releasesStaff.product'),
  };
  return {
    filters: [
      {
        ...{ name: 'state', label: t('releasesStaff.status'), kind: 'choice' },
        options: (['draft', 'published'] as const).map((value) => ({
          value,
          label: t(`releasesStaff.states.${value}`),
        })),
      },
      {
        ...{ name: 'product', label: t('releasesStaff.product'), kind: 'choice' },
        options: products.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) })),
      },
      {
        ...{ name: 'kind', label: t('releasesStaff.kind'), kind: 'choice' },
        options: releaseKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      },
    ],
    sorts: (Object.keys(releaseList.sorts) as (keyof typeof releaseList.sorts)[]).map((value) => ({
      value,
      label: t(`releasesStaff.sorts.${value}`),
    })),
    columns: releaseList.columns.map((value) => ({ value, label: headers[value] })),
    search: { label: t('releasesStaff.search'), hint: t('releasesStaff.searchHint') },
  };
}

/** What staff see of a release in the list, column by column. */
export function releaseColumns(locale: Locale): Column<StaffRelease>[] {
  const t = translator(locale, 'feedback');
  const name = ({ product }: StaffRelease) => localText(locale, product.title, product.titleZh);
  return [
    {
      key: 'title',
      header: t('releasesStaff.name'),
      lead: true,
      cell: ({ id, title, titleZh }) => (
        <Link
          className="wrap-anywhere hover:text-accent-ink hover:underline hover:underline-offset-4"
          href={inLocale(locale, paths.staff('releases', id))}
        >
          {localText(locale, title, titleZh)}
        </Link>
      ),
    },
    { key: 'version', header: t('releasesStaff.version'), cell: (row) => `${name(row)} ${row.version}` },
    { key: 'kind', header: t('releasesStaff.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'ideas', header: t('releasesStaff.ideas'), align: 'end', cell: ({ ideas }) => ideas },
    {
      key: 'state',
      header: t('releasesStaff.state'),
      cell: ({ publishedAt }) =>
        publishedAt ? (
          <DateTime at={publishedAt} locale={locale} />
        ) : (
          <Badge tone="straw">{t('releasesStaff.draft')}</Badge>
        ),
    },
    {
      key: 'made',
      header: t('releasesStaff.made'),
      cell: ({ createdAt }) => <DateTime at={createdAt} locale={locale} />,
    },
    { key: 'product', header: t('releasesStaff.product'), cell: name },
  ];
}
