import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { TriageCase } from '@/components/feedback/triage-case';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { isOpen } from '@/lib/feedback/policy';
import { getTriageCase, listCandidates } from '@/lib/feedback/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { requireRole } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale; id: string }>; searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator((await params).locale, 'feedback')('triage.title'));
}

export default async function TriageIdeaPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const staff = reading(await requireRole('PRODUCT_OWNER'));
  const idea = await getTriageCase(staff, { ideaId: id });
  if (!idea) notFound();
  const words = String((await searchParams).q ?? '').trim().slice(0, 100);
  const candidates = isOpen(idea) ? await listCandidates(staff, { productId: idea.productId, like: idea.title, not: idea.id, words }) : [];
  return <TriageCase idea={idea} candidates={candidates} words={words} locale={locale} />;
}
