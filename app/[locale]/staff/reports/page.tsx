import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { HiddenList } from '@/components/moderation/hidden-list';
import { ReportedPost } from '@/components/moderation/reported-post';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { listHiddenPosts, listReportedPosts } from '@/lib/moderation/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requireRole } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string }> };

const enter = () => requireRole('MODERATOR');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale as Locale, 'moderation')('queue.title'));
});

export default pageOrMissing(async function ReportsPage({ params }: Props) {
  const locale = (await params).locale as Locale;
  const eyes = reading(await enter());
  const [reported, hidden] = await Promise.all([listReportedPosts(eyes), listHiddenPosts(eyes)]);
  const t = translator(locale, 'moderation');
  return (
    <div className="page pb-16">
      <PageHeader title={t('queue.title')} lead={t('queue.lead')} />
      {reported.length === 0 && <EmptyState compact title={t('queue.empty')}><p>{t('queue.emptyBody')}</p></EmptyState>}
      <div className="grid gap-5">
        {reported.map((each) => <ReportedPost key={each.post.id} reported={each} locale={locale} />)}
      </div>
      <section aria-labelledby="hidden-lately" className="mt-12">
        <h2 id="hidden-lately" className="text-heading">{t('queue.hiddenTitle')}</h2>
        <p className="mt-1 mb-4 text-muted">{t('queue.hiddenLead')}</p>
        <HiddenList posts={hidden} locale={locale} />
      </section>
    </div>
  );
});
