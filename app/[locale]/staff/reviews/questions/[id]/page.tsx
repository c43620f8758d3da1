import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { QuestionCase } from '@/components/reviews/staff/question-case';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getQuestionCase } from '@/lib/reviews/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const find = cache(async (questionId: string) => {
  const actor = await requirePermission('reviews.read');
  return { actor, question: (await getQuestionCase(reading(actor), { questionId })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await find(id);
  return memberMetadata(translator(locale, 'reviews')('asked.title'));
});

export default pageOrMissing(async function StaffQuestionPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { actor, question } = await find(id);
  const t = translator(locale, 'reviews');
  const name = localText(locale, question.product.title, question.product.titleZh);
  const home = { href: inLocale(locale, paths.staff('reviews', 'questions')), label: t('asked.title') };
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('asked.case', { product: name })}
        breadcrumbs={<Breadcrumbs label={t('breadcrumb')} items={[home, { label: name }]} />}
      />
      <QuestionCase question={question} actor={actor} locale={locale} />
    </div>
  );
});
