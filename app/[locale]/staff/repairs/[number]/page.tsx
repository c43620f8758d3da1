import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { StaffRepairActs } from '@/components/repairs/staff/staff-repair-acts';
import { RepairView } from '@/components/repairs/staff/repair-view';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { formatMoney } from '@/lib/core/money';
import { readStaffRepair } from '@/lib/flows/repairs/read-staff-repair';
import { homeCurrency } from '@/lib/web/brand';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; number: string }> };

const findRepair = cache(async (number: string) => {
  const actor = await requirePermission('repairs.read');
  return (await readStaffRepair(reading(actor), { number })) ?? notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, number } = (await decodedParams(params)) ?? notFound();
  const { found } = await findRepair(number);
  return memberMetadata(translator(locale, 'repairs')('numbered', { number: found.number }));
});

export default pageOrMissing(async function StaffRepairPage({ params }: Params) {
  const { locale, number } = (await pageParams(params)) ?? notFound();
  const page = await findRepair(number);
  const home = await homeCurrency();
  const money = (minor: number) => formatMoney(minor, page.found.currency, locale, home);
  return (
    <RepairView
      found={page.found}
      money={money}
      locale={locale}
      acts={<StaffRepairActs page={page} money={money} locale={locale} />}
    />
  );
});
