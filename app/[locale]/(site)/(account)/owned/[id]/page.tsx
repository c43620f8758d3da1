import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DeviceBoards } from '@/components/ownership/device/device-boards';
import { DeviceFacts } from '@/components/ownership/device/device-facts';
import { DeviceHistory } from '@/components/ownership/device/device-history';
import { DeviceReleases } from '@/components/ownership/device/device-releases';
import { PassOn } from '@/components/ownership/device/pass-on';
import { Prompt } from '@/components/ownership/owned-list';
import { RecallNotices } from '@/components/recalls/recall-notices';
import { DeviceRepairs } from '@/components/repairs/device-repairs';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { listReleasesOf } from '@/lib/feedback/queries/releases-of';
import { listBoardsOf } from '@/lib/forum/queries/boards-of';
import { getDevice, type Device } from '@/lib/ownership/queries/get-device';
import { getOpenTransfer } from '@/lib/ownership/queries/transfers';
import { paths } from '@/lib/paths';
import { listOpenOfUnit } from '@/lib/recalls/queries/own';
import { isOver } from '@/lib/repairs/policy';
import { listOwnOfUnit } from '@/lib/repairs/queries/own';
import { canMeet } from '@/lib/units/policy';
import { getRepairWarranty, getWarranty } from '@/lib/units/queries/get-warranty';
import { shownAreas } from '@/lib/web/areas';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; id: string }> };

const findDevice = cache(async (locale: Locale, id: string) => {
  const read = reading(await requireMember(locale, paths.owned(id)));
  return { read, device: (await getDevice(read, { id })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  const { product } = (await findDevice(locale, id)).device;
  return memberMetadata(localText(locale, product.title, product.titleZh));
});

/** One device of a member: what it is, how it stands, what happened to it, and what is new for it. */
export default pageOrMissing(async function DevicePage({ params }: Params) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { read, device } = await findDevice(locale, id);
  const areas = await shownAreas();
  const { warranty, repairWarranty, releases, boards, open, repairs, recalls } = await readAround(read, device, areas);
  const t = translator(locale, 'orders');
  const name = localText(locale, device.product.title, device.product.titleZh);
  return (
    <div className="page grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-6 pb-16">
      <PageHeader
        className="mb-0! pb-0!"
        title={name}
        breadcrumbs={
          <Breadcrumbs
            label={t('owned.title')}
            items={[{ label: t('owned.title'), href: inLocale(locale, paths.owned()) }, { label: name }]}
          />
        }
      />
      <RecallNotices recalls={recalls} own locale={locale} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <DeviceFacts {...{ device, warranty, repairWarranty, locale }} />
          {device.prompts.map((prompt) => (
            <Prompt key={prompt.id} prompt={prompt} title={name} locale={locale} />
          ))}
          <DeviceReleases releases={releases} ideas={areas.ideas} locale={locale} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <DeviceRepairs unitId={device.unit.id} rows={repairs} canAsk={mayAsk(device, repairs)} locale={locale} />
          <PassOn
            ownershipId={device.id}
            open={open && { id: open.id, expiresAt: open.expiresAt.toISOString() }}
            locale={locale}
          />
          <DeviceHistory events={device.unit.events} locale={locale} />
          <DeviceBoards boards={boards} ideas={areas.ideas} locale={locale} />
        </div>
      </div>
    </div>
  );
});

type Read = Awaited<ReturnType<typeof findDevice>>['read'];
type Areas = Awaited<ReturnType<typeof shownAreas>>;

async function readAround(read: Read, { unit, product }: Device, areas: Areas) {
  const { id: productId } = product;
  const [warranty, repairWarranty, repairs, releases, boards, open, recalls] = await Promise.all([
    getWarranty(read, { unitId: unit.id }),
    getRepairWarranty(read, { unitId: unit.id }),
    listOwnOfUnit(read, { unitId: unit.id }),
    areas.releases ? listReleasesOf(read, { productId, madeAt: unit.createdAt }) : [],
    areas.community ? listBoardsOf(read, { productId }) : [],
    getOpenTransfer(read, { unitId: unit.id }),
    listOpenOfUnit(read, { unitId: unit.id }),
  ]);
  return { warranty, repairWarranty, repairs, releases, boards, open, recalls };
}

const mayAsk = ({ unit }: Device, repairs: Awaited<ReturnType<typeof listOwnOfUnit>>): boolean =>
  canMeet(unit.state, 'IN_REPAIR') && repairs.every(({ state }) => isOver(state));
