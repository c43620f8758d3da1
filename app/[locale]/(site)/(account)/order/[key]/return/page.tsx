import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AskReturnPage } from '@/components/returns/ask-return-page';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { readReturns } from '@/lib/flows/returns/read-returns';
import { findOwn } from '@/lib/orders/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; key: string }> };

const findOrder = cache(async (key: string) => {
  const read = reading(await currentActor());
  const order = (await findOwn(read, { key })) ?? notFound();
  return { number: order.number, returns: await readReturns(read, { orderId: order.id }) };
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, key } = (await decodedParams(params)) ?? notFound();
  const order = await findOrder(key);
  return memberMetadata(translator(locale, 'returns')('form.title', { number: order.number }));
});

/** Where whoever has a guest’s link says what they send back. */
export default pageOrMissing(async function GuestReturnPage({ params }: Params) {
  const { locale, key } = (await pageParams(params)) ?? notFound();
  return <AskReturnPage {...await findOrder(key)} asked={{ key }} locale={locale} />;
});
