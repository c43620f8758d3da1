import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AskRepairPage } from '@/components/repairs/ask-repair-page';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { recallNote } from '@/lib/recalls/recall-note';
import { readToAsk } from '@/lib/flows/repairs/read-repairs';
import { paths } from '@/lib/paths';
import { askRepairPath } from '@/lib/repairs/choices/repair-path';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = {
  params: Promise<{ locale: string; unit: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findUnit = cache(async (locale: Locale, unitId: string) => {
  const read = reading(await requireMember(locale, askRepairPath({}, unitId)));
  return { read, found: (isUuid(unitId) ? await readToAsk(read, { unitId }) : null) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, unit } = (await decodedParams(params)) ?? notFound();
  await findUnit(locale, unit);
  return memberMetadata(translator(locale, 'repairs')('form.title'));
});

/** Where the owner of a device asks to have it repaired. */
export default pageOrMissing(async function NewRepairPage({ params, searchParams }: Params) {
  const { locale, unit } = (await pageParams(params)) ?? notFound();
  const { read, found } = await findUnit(locale, unit);
  const note = await recallNote(read, { unitId: unit, slug: (await pageQuery(searchParams)).recall, locale });
  return <AskRepairPage {...{ found, note, locale }} asked={{}} back={paths.owned()} />;
});
