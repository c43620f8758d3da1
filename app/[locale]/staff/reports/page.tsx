import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { HiddenList } from '@/components/moderation/hidden-list';
import { ReportedPost } from '@/components/moderation/reported-post';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Quote } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { readReportedPosts } from '@/lib/flows/moderation/read-reported-posts';
import { listHiddenPosts } from '@/lib/forum/queries';
import { mostReportedPosts } from '@/lib/moderation/queries';
import { translator } from '@/lib/web/i18n';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('moderation.decide');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale as Locale, 'moderation')('queue.title'));
});

export default pageOrMissing(async function ReportsPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const viewing = reading(await enter());
  const after = readMoment((await pageQuery(searchParams)).hiddenAfter) ?? undefined;
  const [reported, hidden] = await Promise.all([readReportedPosts(viewing), listHiddenPosts(viewing, { after })]);
  const here = inLocale(locale, paths.staff('reports'));
  const t = translator(locale, 'moderation');
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('queue.title')}
        lead={t('queue.lead')}
        actions={
          <ButtonLink href={inLocale(locale, paths.staff('triage', 'make'))} icon={<Quote aria-hidden />}>
            {translator(locale, 'feedback')('make.open')}
          </ButtonLink>
        }
      />
      {reported.length === 0 && (
        <EmptyState compact title={t('queue.empty')}>
          <p>{t('queue.emptyBody')}</p>
        </EmptyState>
      )}
      <div className="grid gap-5">
        {reported.map((each) => (
          <ReportedPost key={each.post.id} reported={each} locale={locale} />
        ))}
      </div>
      {reported.length >= mostReportedPosts && (
        <p className="mt-4 text-muted">{t('queue.moreWait', { count: reported.length })}</p>
      )}
      <section aria-labelledby="hidden-lately" className="mt-12">
        <h2 id="hidden-lately" className="text-heading">
          {t('queue.hiddenTitle')}
        </h2>
        <p className="mt-1 mb-4 text-muted">{t('queue.hiddenLead')}</p>
        <HiddenList posts={hidden.posts} locale={locale} />
        <Pagination
          label={t('queue.hiddenPages')}
          previous={after ? { href: `${here}#hidden-lately`, label: t('queue.hiddenFirst') } : null}
          next={
            hidden.last
              ? {
                  href: `${withQuery(here, { hiddenAfter: writeCursor(hidden.last.at, hidden.last.id) })}#hidden-lately`,
                  label: t('queue.hiddenNext'),
                }
              : null
          }
        />
      </section>
    </div>
  );
});
