import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { RepairPage } from '@/components/repairs/repair-page';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { readOwnRepair } from '@/lib/flows/repairs/read-repairs';
import { repairPath } from '@/lib/repairs/choices/repair-path';
import { homeCurrency } from '@/lib/web/brand';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; number: string }> };

const findRepair = cache(async (locale: Locale, number: string) => {
  const read = reading(await requireMember(locale, repairPath({}, number)));
  return (await readOwnRepair(read, { number })) ?? notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, number } = (await decodedParams(params)) ?? notFound();
  const { repair } = await findRepair(locale, number);
  return memberMetadata(translator(locale, 'repairs')('numbered', { number: repair.number }));
});

/** One repair for the owner of the device. */
export default pageOrMissing(async function OwnRepairPage({ params }: Params) {
  const { locale, number } = (await pageParams(params)) ?? notFound();
  return <RepairPage {...await findRepair(locale, number)} asked={{}} locale={locale} home={await homeCurrency()} />;
});
