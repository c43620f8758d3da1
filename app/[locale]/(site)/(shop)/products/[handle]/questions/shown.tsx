import type { Metadata } from 'next';

import { QuestionsPage } from '@/components/reviews/questions-page';
import { Missing } from '@/components/shell/missing';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { productQuestionsPath } from '@/lib/reviews/choices/question-paths';
import { publicBrand } from '@/lib/web/brand';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';

import { questionsPage } from './data';

type Asked = { locale: Locale; handle: string; segments: string[] };

/** What the head of a view of questions says. */
export async function questionsMetadata({ locale, handle, segments }: Asked): Promise<Metadata> {
  const page = await questionsPage(handle, segments);
  if (!page) return missingMetadata();
  const { product } = page;
  const t = translator(locale, 'reviews');
  return pageMetadata({
    locale,
    path: productQuestionsPath(product.handle, ...segments),
    title: t('questions.titleOf', { product: localText(locale, product.title, product.titleZh) }),
    description: t('questions.lead'),
  });
}

/** A view of questions, or what stands where there is none. */
export async function ShownQuestions({ locale, handle, segments }: Asked) {
  const page = await questionsPage(handle, segments);
  if (!page) return <Missing />;
  const { name } = await publicBrand();
  return <QuestionsPage {...page} brand={name[locale]} locale={locale} />;
}
