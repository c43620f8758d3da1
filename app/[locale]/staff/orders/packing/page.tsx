import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { namedChoices } from '@/components/orders/staff/label-of';
import { PackingView } from '@/components/orders/staff/packing/packing-view';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { listLabelChoices } from '@/lib/flows/orders/label-choices';
import { getOwnPacking, listToPackNext } from '@/lib/orders/packing';
import { orderNumberSchema } from '@/lib/orders/schema';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('orders.ship');

/** How many orders are counted that wait. */
const most = 100;

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'orders')('staff.packing.title'));
});

export default pageOrMissing(async function PackingPage({ params, searchParams }: Props) {
  const actor = await enter();
  const { locale } = await params;
  const { choice, sent, label } = await pageQuery(searchParams);
  const ask = reading(actor);
  const [order, waiting] = await Promise.all([getOwnPacking(ask), listToPackNext(ask, { most })]);
  const choices = namedChoices(await listLabelChoices(actor, { country: order?.shipCountry ?? '', grams: 0 }), locale);
  const known = orderNumberSchema.safeParse({ number: sent });
  const just = known.success ? { number: known.data.number, label: label && isUuid(label) ? label : null } : null;
  const first = choices.find(({ value }) => value === choice)?.value ?? choices[0]?.value ?? '';
  return <PackingView {...{ order, choices, locale }} choice={first} waiting={waiting.length} sent={just} />;
});
