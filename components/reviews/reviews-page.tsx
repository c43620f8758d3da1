import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Chip } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ReviewsPage as Rows, ReviewSummary } from '@/lib/reviews/queries';
import type { ReviewRuleName } from '@/lib/reviews/choices/rules';
import { productReviewsPath, writeReviewPath } from '@/lib/reviews/choices/review-paths';
import { type ReviewsView, plainView, reviewOrders, reviewsPath } from '@/lib/reviews/choices/reviews-view';

import { HelpfulVote } from './helpful-vote';
import { HowReviewsWork } from './how-reviews-work';
import { ReportReview } from './report-review';
import { ReviewArticle } from './review-article';
import { ReviewSpread } from './review-spread';

export type ReviewsPageProps = {
  product: { handle: string; title: string; titleZh: string };
  view: ReviewsView;
  page: Rows;
  summary: ReviewSummary;
  hidden: { rule: ReviewRuleName; count: number }[];
  brand: string;
  locale: Locale;
};

/** All that owners say of a product, page by page. */
export function ReviewsPage({ product, view, page, summary, hidden, brand, locale }: ReviewsPageProps) {
  const t = translator(locale, 'reviews');
  const { handle } = product;
  const name = localText(locale, product.title, product.titleZh);
  const crumbs = [
    { href: inLocale(locale, paths.products()), label: t('products') },
    { href: inLocale(locale, paths.product(handle)), label: name },
    { label: t('title') },
  ];
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs label={t('breadcrumb')} items={crumbs} />}
        title={t('titleOf', { product: name })}
        lead={t('lead')}
        actions={<ButtonLink href={inLocale(locale, writeReviewPath(handle))}>{t('write')}</ButtonLink>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-5">
          {view.one !== undefined ? (
            <ButtonLink href={inLocale(locale, productReviewsPath(handle))} className="w-fit">
              {t('backToAll')}
            </ButtonLink>
          ) : (
            summary.total > 0 && <Choices handle={handle} view={view} summary={summary} locale={locale} />
          )}
          <List {...{ page, handle, brand, locale }} isEmpty={summary.total === 0} />
          {view.one === undefined && (
            <Pagination
              label={t('pages')}
              previous={view.after ? { href: to(locale, handle, { ...view, after: null }), label: t('first') } : null}
              next={page.next ? { href: to(locale, handle, { ...view, after: page.next }), label: t('older') } : null}
            />
          )}
        </div>
        <aside className="contents lg:grid lg:gap-6">
          {summary.total > 0 && (
            <Card className="max-lg:order-first">
              <ReviewSpread summary={summary} locale={locale} />
            </Card>
          )}
          <HowReviewsWork hidden={hidden} locale={locale} />
        </aside>
      </div>
    </div>
  );
}

type Listing = Exclude<ReviewsView, { one: string }>;

const to = (locale: Locale, handle: string, view: Listing) => inLocale(locale, reviewsPath(handle, view));

function Choices({
  handle,
  view,
  summary,
  locale,
}: {
  handle: string;
  view: Listing;
  summary: ReviewSummary;
  locale: Locale;
}) {
  const t = translator(locale, 'reviews');
  const stars = [null, 5, 4, 3, 2, 1];
  return (
    <div className="grid gap-3">
      <nav aria-label={t('filter')} className="flex flex-wrap gap-2">
        {stars.map((each) => (
          <Chip
            key={each}
            href={to(locale, handle, { ...view, stars: each, after: null })}
            current={view.stars === each}
            count={each === null ? summary.total : summary.counts[each - 1]}
          >
            {each === null ? t('allStars') : t('filterStars', { stars: each })}
          </Chip>
        ))}
      </nav>
      <nav aria-label={t('order')} className="flex flex-wrap gap-2">
        {reviewOrders.map((order) => (
          <Chip key={order} href={to(locale, handle, { ...view, order, after: null })} current={view.order === order}>
            {t(`orders.${order}`)}
          </Chip>
        ))}
      </nav>
    </div>
  );
}

type ListProps = Pick<ReviewsPageProps, 'page' | 'brand' | 'locale'> & { handle: string; isEmpty: boolean };

function List({ page: { rows }, handle, brand, locale, isEmpty }: ListProps) {
  const t = translator(locale, 'reviews');
  if (rows.length === 0)
    return isEmpty ? (
      <EmptyState compact title={t('none')}>
        {t('noneBody')}
      </EmptyState>
    ) : (
      <EmptyState
        compact
        title={t('noneHere')}
        action={<ButtonLink href={to(locale, handle, plainView)}>{t('backToAll')}</ButtonLink>}
      >
        {t('noneHereBody')}
      </EmptyState>
    );
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {rows.map((review) => (
          <li key={review.id}>
            <ReviewArticle review={review} handle={handle} brand={brand} locale={locale} level="h2">
              <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
                <HelpfulVote reviewId={review.id} helpful={review.helpful} />
                <ReportReview reviewId={review.id} />
              </div>
            </ReviewArticle>
          </li>
        ))}
      </ul>
    </Card>
  );
}
