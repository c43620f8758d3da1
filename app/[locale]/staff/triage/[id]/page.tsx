import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { TriageCase } from '@/components/feedback/triage-case';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { isOpen } from '@/lib/feedback/policy';
import { getTriageCase, listCandidates } from '@/lib/feedback/queries';
import { countNotified } from '@/lib/forum/queries/count-notified';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findCase = cache(async (ideaId: string) => {
  const actor = await requirePermission('feedback.triage');
  const staff = reading(actor);
  return { actor, staff, idea: (await getTriageCase(staff, { ideaId })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findCase(id);
  return memberMetadata(translator(locale, 'feedback')('triage.title'));
});

export default pageOrMissing(async function TriageIdeaPage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { actor, staff, idea } = await findCase(id);
  const words = String((await pageQuery(searchParams)).q ?? '')
    .trim()
    .slice(0, 100);
  const candidates = isOpen(idea)
    ? await listCandidates(staff, { productId: idea.productId, like: idea.title, not: idea.id, words, onlyAlike: true })
    : [];
  const notified = await countNotified(staff, { ideaId: idea.id, actorId: actor.id });
  return <TriageCase idea={idea} notified={notified} candidates={candidates} words={words} locale={locale} />;
});
