import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AnswerForm } from '@/components/ownership/answer-form';
import { OrderItem } from '@/components/orders/order-item';
import { Answer } from '@/components/ownership/owned-list';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getOwnPrompt } from '@/lib/ownership/queries/owned';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; prompt: string }> };

const findPrompt = cache(
  async (locale: Locale, promptId: string) =>
    (await getOwnPrompt(reading(await requireMember(locale, paths.owned('answer', promptId))), { promptId })) ??
    notFound(),
);

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, prompt } = (await decodedParams(params)) ?? notFound();
  await findPrompt(locale, prompt);
  return memberMetadata(translator(locale, 'orders')('answer.eyebrow'));
});

export default pageOrMissing(async function AnswerPage({ params }: Params) {
  const { locale, prompt: promptId } = (await pageParams(params)) ?? notFound();
  const prompt = await findPrompt(locale, promptId);
  const {
    question,
    ownership: { product, variant },
    voice,
  } = prompt;
  const t = translator(locale, 'orders');
  const name = localText(locale, product.title, product.titleZh);
  const crumbs = [
    { label: t('owned.title'), href: inLocale(locale, paths.owned()) },
    { label: t('answer.title', { product: name }) },
  ];
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={crumbs} label={t('owned.title')} />}
        title={localText(locale, question.text, question.textZh)}
        lead={t('answer.lead')}
      />
      <Card className="grid gap-6">
        <OrderItem
          item={{ ...product, variant, picture: variant.images[0] ?? product.images[0] }}
          locale={locale}
          level="h2"
        />
        {voice ? (
          <>
            <Notice tone="positive">{t('answer.done')}</Notice>
            <Answer rating={voice.rating} body={voice.body} label={t('answer.stars', { rating: voice.rating })} />
            <p className="flex flex-wrap gap-3">
              <ButtonLink href={inLocale(locale, paths.product(product.handle))}>{t('answer.toProduct')}</ButtonLink>
              <ButtonLink href={inLocale(locale, paths.owned())}>{t('owned.title')}</ButtonLink>
            </p>
          </>
        ) : (
          <AnswerForm promptId={prompt.id} />
        )}
      </Card>
    </div>
  );
});
