import { Stars } from '@/components/ownership/stars';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Column } from '@/components/ui/table';
import { firstOf } from '@/lib/core/fields';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { reviewList, reviewStates, starFilters } from '@/lib/reviews/list';
import type { StaffReview } from '@/lib/reviews/queries';

import type { ListView } from '../../staff/list/list-view';

type Named = { id: string; title: string; titleZh: string };
const tones = { SHOWN: 'positive', HIDDEN: 'danger', WITHDRAWN: 'neutral' } as const;

/** How the list of reviews, its orders, filters and columns are called. */
export function reviewListWords(
  locale: Locale,
  products: Named[],
): Pick<ListView, 'filters' | 'sorts' | 'columns' | 'search' | 'exportNote'> {
  const t = translator(locale, 'reviews');
  const choice = 'choice' as const;
  return {
    filters: [
      {
        ...{ name: 'product', label: t('staff.columns.product'), kind: choice },
        options: products.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) })),
      },
      {
        ...{ name: 'stars', label: t('staff.columns.stars'), kind: choice },
        options: starFilters.map((value) => ({ value, label: t(`staff.starFilters.${value}`) })),
      },
      {
        ...{ name: 'state', label: t('staff.columns.state'), kind: choice },
        options: reviewStates.map((value) => ({ value, label: t(`states.${value}`) })),
      },
      { ...{ name: 'waiting', label: t('staff.columns.waiting'), kind: 'on' }, options: yes(locale) },
      { ...{ name: 'reported', label: t('staff.columns.reported'), kind: 'on' }, options: yes(locale) },
      { name: 'from', label: t('staff.columns.from'), kind: 'day' },
      { name: 'until', label: t('staff.columns.until'), kind: 'day' },
    ],
    sorts: (['newest', 'oldest'] as const).map((value) => ({ value, label: t(`staff.sorts.${value}`) })),
    columns: reviewList.columns.map((value) => ({ value, label: t(`staff.columns.${value}`) })),
    search: { label: t('staff.search'), hint: t('staff.searchHint') },
    exportNote: t('staff.exportNote'),
  };
}

function beginning(text: string): string {
  const cut = firstOf(text, 120);
  return cut.length < text.length ? `${cut}…` : cut;
}

const yes = (locale: Locale) => [{ value: 'yes', label: translator(locale, 'reviews')('staff.yes') }];

/** What staff see of a review in the list, column by column. */
export function reviewColumns(locale: Locale): Column<StaffReview>[] {
  const t = translator(locale, 'reviews');
  const header = (name: (typeof reviewList.columns)[number]) => t(`staff.columns.${name}`);
  return [
    {
      ...{ key: 'review', header: header('review'), lead: true },
      cell: ({ id, title, body }) => (
        <span className="grid min-w-0 gap-0.5">
          <Link
            href={inLocale(locale, paths.staff('reviews', id))}
            dir="auto"
            className="font-medium wrap-anywhere hover:text-accent-ink hover:underline hover:underline-offset-4"
          >
            {title}
          </Link>
          <span dir="auto" className="text-sm font-normal wrap-anywhere text-muted">
            {beginning(body)}
          </span>
        </span>
      ),
    },
    { key: 'stars', header: header('stars'), cell: ({ rating }) => <Stars rating={rating} locale={locale} /> },
    {
      ...{ key: 'product', header: header('product') },
      cell: ({ product }) => <bdi>{localText(locale, product.title, product.titleZh)}</bdi>,
    },
    {
      key: 'writer',
      header: header('writer'),
      cell: ({ member }) => <bdi className="wrap-anywhere">{member.name}</bdi>,
    },
    {
      ...{ key: 'state', header: header('state') },
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
    },
    {
      ...{ key: 'answered', header: header('answered') },
      cell: ({ answer, ideaId }) => (
        <span className="flex flex-wrap gap-1.5">
          {answer ? <Badge tone="positive">{t('staff.yes')}</Badge> : <span>{t('staff.no')}</span>}
          {ideaId && <Badge tone="info">{t('staff.idea')}</Badge>}
        </span>
      ),
    },
    { key: 'helpful', header: header('helpful'), align: 'end', cell: ({ helpful }) => helpful },
    {
      ...{ key: 'reports', header: header('reports'), align: 'end' },
      cell: ({ reports }) => (reports > 0 ? <Badge tone="danger">{reports}</Badge> : 0),
    },
    {
      ...{ key: 'created', header: header('created'), className: 'whitespace-nowrap' },
      cell: ({ createdAt }) => <DateTime at={createdAt} locale={locale} />,
    },
  ];
}
