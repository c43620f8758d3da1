import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AskRepairPage } from '@/components/repairs/ask-repair-page';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { isUuid } from '@/lib/core/ids';
import { recallNote } from '@/lib/recalls/recall-note';
import { readToAsk } from '@/lib/flows/repairs/read-repairs';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Params = {
  params: Promise<{ locale: string; key: string; unit: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findUnit = cache(async (key: string, unitId: string) => {
  const read = reading(await currentActor());
  return { read, found: (isUuid(unitId) ? await readToAsk(read, { key, unitId }) : null) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, key, unit } = (await decodedParams(params)) ?? notFound();
  await findUnit(key, unit);
  return memberMetadata(translator(locale, 'repairs')('form.title'));
});

/** Where whoever has a guest’s link asks to have what it brought repaired. */
export default pageOrMissing(async function GuestNewRepairPage({ params, searchParams }: Params) {
  const { locale, key, unit } = (await pageParams(params)) ?? notFound();
  const back = paths.askedOrder({ key });
  const { read, found } = await findUnit(key, unit);
  const note = await recallNote(read, { unitId: unit, slug: (await pageQuery(searchParams)).recall, locale });
  return <AskRepairPage {...{ found, note, back, locale }} asked={{ key }} />;
});
