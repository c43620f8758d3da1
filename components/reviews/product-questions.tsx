import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { productQuestionsPath } from '@/lib/reviews/choices/question-paths';
import type { ShownQuestion } from '@/lib/reviews/queries';

import { QuestionArticle } from './question-article';

type Props = { questions: ShownQuestion[]; hasOwners: boolean; handle: string; brand: string; locale: Locale };

/** What shoppers asked owners of a product, and the way to ask. Nothing while nobody owns it and nothing was asked. */
export function ProductQuestions({ questions, hasOwners, handle, brand, locale }: Props) {
  const t = translator(locale, 'reviews');
  if (!hasOwners && questions.length === 0) return null;
  return (
    <section aria-labelledby="product-questions" className="far mt-14">
      <SectionHead id="product-questions" title={t('questions.title')} lead={t('questions.lead')} />
      {questions.length > 0 && (
        <Card flush className="mb-5">
          <ul className="divide-y divide-line">
            {questions.map((question) => (
              <li key={question.id}>
                <QuestionArticle question={question} handle={handle} brand={brand} locale={locale} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ButtonLink href={inLocale(locale, productQuestionsPath(handle))}>{t('questions.toAsk')}</ButtonLink>
    </section>
  );
}
