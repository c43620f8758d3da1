import { notFound } from 'next/navigation';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DeletePage } from '@/components/pages/staff/delete-page';
import { PageForm } from '@/components/pages/staff/page-form';
import { PageHistory } from '@/components/pages/staff/page-history';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { readIn } from '@/lib/pages/choices/blocks';
import { gapsOf } from '@/lib/pages/choices/gaps';
import { slugOf } from '@/lib/pages/choices/kinds';
import { getPageToEdit, getPageWords, listPageVersions, type PageToEdit } from '@/lib/pages/queries/staff-pages';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('pages.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale } = (await decodedParams(params)) ?? notFound();
  await enter();
  return memberMetadata(translator(locale, 'pagesStaff')('one'));
});

export default pageOrMissing(async function EditPagePage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const now = reading(await enter());
  const { before, from } = await pageQuery(searchParams);
  const older = readNumber(before ?? '') ?? undefined;
  const page = isUuid(id) ? await getPageToEdit(now, { id }) : null;
  const version = readNumber(from ?? '') ?? undefined;
  if (!page || (from && !version)) notFound();
  const words = version ? ((await getPageWords(now, { id, version })) ?? notFound()) : null;
  const old = words === 'unreadable' ? null : words;
  const history = await listPageVersions(now, { id, before: older });
  const t = translator(locale, 'pagesStaff');
  const title = readIn(locale, { en: page.title, zh: page.titleZh }).text;
  const list = { label: t('title'), href: inLocale(locale, paths.staff('pages')) };
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={<bdi>{title}</bdi>}
        breadcrumbs={<Breadcrumbs label={t('title')} items={[list, { label: title }]} />}
        actions={<Look page={page} locale={locale} />}
        className="mb-0"
      />
      {version && <Notice>{t(old ? 'editingVersion' : 'unreadableVersion', { version })}</Notice>}
      <PageForm key={version} draft={{ ...page, ...old }} gaps={gapsOf({ ...page, ...old })} locale={locale} />
      <PageHistory {...history} id={id} paged={older !== undefined} locale={locale} />
      {!page.publishedAt && <DeletePage id={id} version={page.version} locale={locale} />}
    </div>
  );
});

function Look({ page, locale }: { page: PageToEdit; locale: Locale }) {
  const t = translator(locale, 'pagesStaff');
  if (page.state === 'PUBLISHED')
    return <ButtonLink href={inLocale(locale, paths.page(slugOf(page)))}>{t('view')}</ButtonLink>;
  return <ButtonLink href={inLocale(locale, paths.staff('pages', page.id, 'preview'))}>{t('preview')}</ButtonLink>;
}
