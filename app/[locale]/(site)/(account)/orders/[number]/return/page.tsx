import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AskReturnPage } from '@/components/returns/ask-return-page';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { readReturns } from '@/lib/flows/returns/read-returns';
import { findOwn } from '@/lib/orders/queries';
import { askReturnPath } from '@/lib/orders/choices/return-path';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; number: string }> };

const findOrder = cache(async (locale: Locale, number: string) => {
  const read = reading(await requireMember(locale, askReturnPath({ number })));
  const order = (await findOwn(read, { number })) ?? notFound();
  return { number: order.number, returns: await readReturns(read, { orderId: order.id }) };
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, number } = (await decodedParams(params)) ?? notFound();
  const order = await findOrder(locale, number);
  return memberMetadata(translator(locale, 'returns')('form.title', { number: order.number }));
});

export default pageOrMissing(async function ReturnPage({ params }: Params) {
  const { locale, number } = (await pageParams(params)) ?? notFound();
  const order = await findOrder(locale, number);
  return <AskReturnPage {...order} asked={{ number: order.number }} locale={locale} />;
});
