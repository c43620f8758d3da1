import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { productQuestionsPath } from '@/lib/reviews/choices/question-paths';
import type { QuestionsPage as Rows } from '@/lib/reviews/queries';

import { AnswerVote } from './answer-vote';
import { AskOwners, SayToQuestion } from './question-forms';
import { QuestionArticle } from './question-article';

type Props = {
  product: { id: string; handle: string; title: string; titleZh: string };
  page: Rows;
  segments: string[];
  brand: string;
  locale: Locale;
};

/** What shoppers asked of a product and what owners answered, page by page, with the form to ask. */
export function QuestionsPage({ product, page: { rows, next }, segments, brand, locale }: Props) {
  const t = translator(locale, 'reviews');
  const { handle } = product;
  const name = localText(locale, product.title, product.titleZh);
  const home = inLocale(locale, productQuestionsPath(handle));
  const crumbs = [
    { href: inLocale(locale, paths.products()), label: t('products') },
    { href: inLocale(locale, paths.product(handle)), label: name },
    { label: t('questions.title') },
  ];
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs label={t('breadcrumb')} items={crumbs} />}
        title={t('questions.titleOf', { product: name })}
        lead={t('questions.lead')}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-5">
          {segments[0] === 'one' && (
            <ButtonLink href={home} className="w-fit">
              {t('questions.all')}
            </ButtonLink>
          )}
          <Questions {...{ rows, handle, brand, locale }} />
          <Pagination
            label={t('questions.pages')}
            previous={segments[0] === 'after' ? { href: home, label: t('first') } : null}
            next={
              next
                ? { href: inLocale(locale, productQuestionsPath(handle, 'after', next)), label: t('questions.older') }
                : null
            }
          />
        </div>
        <Card as="section">
          <SectionHead title={t('questions.toAsk')} lead={t('questions.askLead')} />
          <AskOwners productId={product.id} />
        </Card>
      </div>
    </div>
  );
}

type ListProps = { rows: Rows['rows']; handle: string; brand: string; locale: Locale };

function Questions({ rows, handle, brand, locale }: ListProps) {
  const t = translator(locale, 'reviews');
  if (rows.length === 0)
    return (
      <EmptyState compact title={t('questions.none')}>
        {t('questions.noneBody')}
      </EmptyState>
    );
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {rows.map((question) => (
          <li key={question.id}>
            <QuestionArticle
              {...{ question, handle, brand, locale, level: 'h2' }}
              below={({ id, kind, helpful }) => kind !== 'FOLLOW_UP' && <AnswerVote postId={id} helpful={helpful} />}
            >
              <SayToQuestion questionId={question.id} />
            </QuestionArticle>
          </li>
        ))}
      </ul>
    </Card>
  );
}
