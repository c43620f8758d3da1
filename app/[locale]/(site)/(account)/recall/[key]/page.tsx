import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AnswerPage } from '@/components/recalls/answer-page';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { readAnswer } from '@/lib/flows/recalls/answer-recall';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; key: string }> };

const findAnswer = cache(
  async (key: string) => (await readAnswer(reading(await currentActor()), { key })) ?? notFound(),
);

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, key } = (await decodedParams(params)) ?? notFound();
  await findAnswer(key);
  return memberMetadata(translator(locale, 'recalls')('answer.title'));
});

/** Where whoever has the link of a mail answers a recall for the devices that it names. */
export default pageOrMissing(async function RecallAnswerPage({ params }: Params) {
  const { locale, key } = (await pageParams(params)) ?? notFound();
  return <AnswerPage page={await findAnswer(key)} answerKey={key} locale={locale} />;
});
