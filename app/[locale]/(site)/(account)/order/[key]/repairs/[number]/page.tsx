import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { RepairPage } from '@/components/repairs/repair-page';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { readOwnRepair } from '@/lib/flows/repairs/read-repairs';
import { homeCurrency } from '@/lib/web/brand';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; key: string; number: string }> };

const findRepair = cache(async (key: string, number: string) => {
  const read = reading(await currentActor());
  return (await readOwnRepair(read, { key, number })) ?? notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, key, number } = (await decodedParams(params)) ?? notFound();
  const { repair } = await findRepair(key, number);
  return memberMetadata(translator(locale, 'repairs')('numbered', { number: repair.number }));
});

/** One repair of what a guest bought, for whoever has the link of their order. */
export default pageOrMissing(async function GuestRepairPage({ params }: Params) {
  const { locale, key, number } = (await pageParams(params)) ?? notFound();
  const found = await findRepair(key, number);
  return <RepairPage {...found} asked={{ key }} locale={locale} home={await homeCurrency()} />;
});
