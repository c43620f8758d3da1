import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Column } from '@/components/ui/table';
import { firstOf } from '@/lib/core/fields';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { questionList } from '@/lib/reviews/list';
import type { StaffQuestion } from '@/lib/reviews/queries';

import type { ListView } from '../../staff/list/list-view';

type Named = { id: string; title: string; titleZh: string };

/** How the list of shoppers' questions, its orders, filters and columns are called. */
export function questionListWords(locale: Locale, products: Named[]): Pick<ListView, 'filters' | 'sorts' | 'columns'> {
  const t = translator(locale, 'reviews');
  return {
    filters: [
      {
        ...{ name: 'product', label: t('asked.columns.product'), kind: 'choice' },
        options: products.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) })),
      },
      {
        name: 'answers',
        label: t('asked.views.open'),
        kind: 'on',
        options: [{ value: '0', label: t('asked.views.open') }],
      },
      { name: 'from', label: t('asked.columns.from'), kind: 'day' },
      { name: 'until', label: t('asked.columns.until'), kind: 'day' },
    ],
    sorts: (['oldest', 'newest'] as const).map((value) => ({ value, label: t(`asked.sorts.${value}`) })),
    columns: questionList.columns.map((value) => ({ value, label: t(`asked.columns.${value}`) })),
  };
}

/** What staff see of a question in the list, column by column. */
export function questionColumns(locale: Locale): Column<StaffQuestion>[] {
  const t = translator(locale, 'reviews');
  const header = (name: (typeof questionList.columns)[number]) => t(`asked.columns.${name}`);
  return [
    {
      ...{ key: 'question', header: header('question'), lead: true },
      cell: ({ id, body }) => (
        <Link
          href={inLocale(locale, paths.staff('reviews', 'questions', id))}
          dir="auto"
          className="wrap-anywhere hover:text-accent-ink hover:underline hover:underline-offset-4"
        >
          {firstOf(body, 160)}
        </Link>
      ),
    },
    {
      ...{ key: 'product', header: header('product') },
      cell: ({ product }) => <bdi>{localText(locale, product.title, product.titleZh)}</bdi>,
    },
    { key: 'asker', header: header('asker'), cell: ({ member }) => <bdi className="wrap-anywhere">{member.name}</bdi> },
    { key: 'answers', header: header('answers'), align: 'end', cell: ({ answers }) => answers },
    {
      ...{ key: 'state', header: header('state') },
      cell: ({ rule }) => <Badge tone={rule ? 'danger' : 'positive'}>{t(rule ? 'asked.hidden' : 'asked.shown')}</Badge>,
    },
    {
      ...{ key: 'asked', header: header('asked'), className: 'whitespace-nowrap' },
      cell: ({ createdAt }) => <DateTime at={createdAt} locale={locale} />,
    },
  ];
}
