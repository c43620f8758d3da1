import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CountForm, DecideForm, MissingForms, SettleForm } from '@/components/returns/staff/return-acts';
import { ReturnView } from '@/components/returns/staff/return-view';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { formatMoney } from '@/lib/core/money';
import { readStaffReturn } from '@/lib/flows/returns/read-staff-return';
import { homeCurrency } from '@/lib/web/brand';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; number: string }> };

const findReturn = cache(async (number: string) => {
  const actor = await requirePermission('returns.read');
  return (await readStaffReturn(reading(actor), { number })) ?? notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, number } = (await decodedParams(params)) ?? notFound();
  const { found } = await findReturn(number);
  return memberMetadata(translator(locale, 'returns')('numbered', { number: found.number }));
});

export default pageOrMissing(async function StaffReturnPage({ params }: Params) {
  const { locale, number } = (await pageParams(params)) ?? notFound();
  const { found, can, lines, places, worthMinor, isReplacement } = await findReturn(number);
  const home = await homeCurrency();
  const { id: returnId, order } = found;
  const worth = formatMoney(worthMinor, order.currency, locale, home);
  const titled = lines.map(({ title, ...line }) => ({ ...line, title: title[locale] }));
  return (
    <ReturnView
      {...{ found, locale, home }}
      acts={
        (can.decide && <DecideForm returnId={returnId} />) ||
        (can.refuse && <MissingForms returnId={returnId} maySend={can.send} />) ||
        (can.count && <CountForm {...{ returnId, places }} lines={titled} />) ||
        (can.settle && (
          <SettleForm {...{ returnId, worth, isReplacement }} currency={order.currency} lines={titled} />
        )) ||
        null
      }
    />
  );
});
