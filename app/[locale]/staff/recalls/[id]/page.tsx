import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DraftRecall } from '@/components/recalls/staff/draft-recall';
import { PublishedRecall } from '@/components/recalls/staff/published-recall';
import { StaffRecallFrame } from '@/components/recalls/staff/recall-frame';
import { reading } from '@/lib/core/context';
import { localText } from '@/lib/core/locale';
import { canHandleUnits, canRunRecalls } from '@/lib/recalls/policy';
import { coverageOf } from '@/lib/recalls/choices/coverage';
import { countUnits, getRecall, getRecallUnit, listUnits, rehearseRecall } from '@/lib/recalls/queries/staff';
import { recallUnitStates } from '@/lib/recalls/schema';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findRecall = cache(async (id: string) => {
  const read = reading(await requirePermission('recalls.read'));
  return { read, recall: (await getRecall(read, { id })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  const { recall } = await findRecall(id);
  return memberMetadata(localText(locale, recall.title, recall.titleZh));
});

/** One recall for staff: a draft with its rehearsal, or what became of its devices. */
export default pageOrMissing(async function StaffRecallPage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { read, recall } = await findRecall(id);
  const canRun = canRunRecalls(read.actor);
  const rehearsed = recall.state === 'CLOSED' ? null : await rehearseRecall(read, { recallId: id });
  if (!recall.publishedAt)
    return (
      <StaffRecallFrame recall={recall} canRun={canRun} locale={locale}>
        <DraftRecall recall={recall} rehearsed={rehearsed!} canRun={canRun} locale={locale} />
      </StaffRecallFrame>
    );
  const query = await pageQuery(searchParams);
  const state = recallUnitStates.find((each) => each === query.state);
  const [counts, page, unit] = await Promise.all([
    countUnits(read, { recallId: id }),
    listUnits(read, { recallId: id, state, after: query.after }),
    query.unit ? getRecallUnit(read, { id: query.unit, recallId: id }) : null,
  ]);
  return (
    <StaffRecallFrame recall={recall} canRun={canRun} locale={locale}>
      <PublishedRecall
        {...{ recall, page, unit, state, canRun, locale }}
        coverage={coverageOf(counts)}
        isFirst={!query.after}
        atShop={recall.state === 'OPEN' ? (rehearsed?.atShop ?? 0) : 0}
        canHandle={canHandleUnits(read.actor) && recall.state === 'OPEN'}
      />
    </StaffRecallFrame>
  );
});
