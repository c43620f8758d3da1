import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { LawList } from '@/components/pages/staff/law-list';
import { PageList } from '@/components/pages/staff/page-list';
import { ButtonLink } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { listStaffPages } from '@/lib/pages/queries/staff-pages';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('pages.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'pagesStaff')('title'));
});

/** The pages of the brand in their order. */
export default pageOrMissing(async function StaffPagesPage({ params }: Props) {
  const { locale } = await params;
  const pages = await listStaffPages(reading(await enter()));
  const t = translator(locale, 'pagesStaff');
  const own = pages.filter(({ kind }) => kind === 'OWN');
  const write = (
    <ButtonLink href={inLocale(locale, paths.staff('pages', 'new'))} variant="primary">
      {t('new')}
    </ButtonLink>
  );
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-10 pb-16">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href={inLocale(locale, paths.staff('pages', 'menu'))} variant="secondary">
              {t('menu.title')}
            </ButtonLink>
            <ButtonLink href={inLocale(locale, paths.staff('pages', 'bar'))} variant="secondary">
              {t('bar.title')}
            </ButtonLink>
            {own.length > 0 && write}
          </>
        }
        className="mb-0! pb-0!"
      />
      <section aria-labelledby="own">
        <SectionHead id="own" title={t('own')} lead={own.length > 1 && t('ownLead')} />
        {own.length > 0 ? (
          <PageList pages={own} locale={locale} />
        ) : (
          <EmptyState title={t('empty')} action={write} level={3} compact>
            {t('emptyBody')}
          </EmptyState>
        )}
      </section>
      <section aria-labelledby="law">
        <SectionHead id="law" title={t('law.title')} lead={t('law.lead')} />
        <LawList pages={pages.filter(({ kind }) => kind !== 'OWN')} locale={locale} />
      </section>
    </div>
  );
});
