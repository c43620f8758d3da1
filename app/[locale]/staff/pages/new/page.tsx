import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { PageForm } from '@/components/pages/staff/page-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { emptyBlock } from '@/lib/pages/choices/blocks';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('pages.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'pagesStaff')('newTitle'));
});

export default pageOrMissing(async function NewPagePage({ params }: Props) {
  const { locale } = await params;
  await enter();
  const t = translator(locale, 'pagesStaff');
  const list = { label: t('title'), href: inLocale(locale, paths.staff('pages')) };
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('newTitle')}
        breadcrumbs={<Breadcrumbs label={t('title')} items={[list, { label: t('newTitle') }]} />}
      />
      <PageForm draft={fresh} gaps={[]} locale={locale} />
    </div>
  );
});

const fresh = {
  ...{ kind: 'OWN', slug: null, state: 'DRAFT', place: 'FOOTER', version: 0 },
  ...{ title: '', titleZh: '', description: '', descriptionZh: '', blocks: [emptyBlock('text')] },
} as const satisfies Parameters<typeof PageForm>[0]['draft'];
