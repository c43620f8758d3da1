import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { OrderItem } from '@/components/orders/order-item';
import { DeviceReleases } from '@/components/ownership/device/device-releases';
import { PassportActs } from '@/components/ownership/device/passport-acts';
import { PassportFacts } from '@/components/ownership/device/passport-facts';
import { RecallNotices } from '@/components/recalls/recall-notices';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { isMember } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { listReleasesOf } from '@/lib/feedback/queries/releases-of';
import { findOwnDevice } from '@/lib/ownership/queries/get-device';
import { listOpenOfUnit } from '@/lib/recalls/queries/own';
import { getPassport } from '@/lib/units/queries/get-passport';
import { getWarranty } from '@/lib/units/queries/get-warranty';
import { shownAreas } from '@/lib/web/areas';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; key: string }> };

const findPassport = cache(async (key: string) => {
  const actor = await currentActor();
  const read = reading(actor);
  return { actor, read, passport: (await getPassport(read, { key })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, key } = (await decodedParams(params)) ?? notFound();
  await findPassport(key);
  return memberMetadata(translator(locale, 'ownership')('passport.title'));
});

/** The passport of a device, for whoever has its box: what it is, whose ideas are in it, and how it stands; never whose it is. */
export default pageOrMissing(async function PassportPage({ params }: Params) {
  const { locale, key } = (await pageParams(params)) ?? notFound();
  const { actor, read, passport } = await findPassport(key);
  const areas = await shownAreas();
  const { id: unitId, product, variant, createdAt } = passport;
  const [warranty, releases, own, recalls] = await Promise.all([
    getWarranty(read, { unitId }),
    areas.releases ? listReleasesOf(read, { productId: product.id, madeAt: createdAt }) : [],
    findOwnDevice(read, { unitId }),
    listOpenOfUnit(read, { unitId }),
  ]);
  const t = translator(locale, 'ownership');
  return (
    <div className="page grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6 pb-16">
      <PageHeader className="mb-0! pb-0!" title={t('passport.title')} lead={t('passport.lead')} />
      <RecallNotices recalls={recalls} locale={locale} />
      <Card as="section" className="grid gap-5">
        <OrderItem
          item={{ ...product, variant, picture: variant.images[0] ?? variant.product.images[0] }}
          locale={locale}
          level="h2"
        />
        <PassportFacts passport={passport} warranty={warranty} locale={locale} />
        <PassportActs passportKey={passport.key} own={own} member={isMember(actor)} locale={locale} />
      </Card>
      <DeviceReleases releases={releases} ideas={areas.ideas} locale={locale} />
    </div>
  );
});
