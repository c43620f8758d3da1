import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { bulkActsHead, bulkActsPage } from '@/app/[locale]/staff/bulk-pages';
import { ideaBulkWords } from '@/components/feedback/idea-bulk-words';
import type { Locale } from '@/lib/core/locale';

type Props = { params: Promise<{ locale: Locale }> };

export const generateMetadata = headOrMissing(async ({ params }: Props) =>
  bulkActsHead((await params).locale, 'feedback.triage'),
);

export default pageOrMissing(async function IdeaBulksPage({ params }: Props) {
  const { locale } = await params;
  return bulkActsPage(locale, 'feedback.triage', ideaBulkWords(locale));
});
