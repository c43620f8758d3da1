import { notFound } from 'next/navigation';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { PageView } from '@/components/pages/page-view';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { reading } from '@/lib/core/context';
import { readNumber } from '@/lib/core/address';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { previewPage } from '@/lib/pages/queries';
import { previewVersion } from '@/lib/pages/queries/staff-pages';
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
  return memberMetadata(translator(locale, 'pagesStaff')('preview'));
});

/** A page as it will be read, in any state, for staff alone. */
export default pageOrMissing(async function PreviewPagePage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const now = reading(await enter());
  const { version: asked } = await pageQuery(searchParams);
  const version = readNumber(asked ?? '');
  if (!isUuid(id) || (asked && !version)) notFound();
  const past = version ? ((await previewVersion(now, { id, version })) ?? notFound()) : 'unreadable';
  const page = past === 'unreadable' ? ((await previewPage(now, { id })) ?? notFound()) : past;
  const t = translator(locale, 'pagesStaff');
  return (
    <>
      <div className="page pt-6">
        <Notice
          action={
            <ButtonLink
              size="sm"
              href={withQuery(inLocale(locale, paths.staff('pages', id)), { from: version ?? undefined })}
            >
              {t(version ? 'editVersion' : 'edit')}
            </ButtonLink>
          }
        >
          {version ? t(page === past ? 'previewVersion' : 'unreadableVersion', { version }) : t('previewLead')}
        </Notice>
      </div>
      <PageView page={page} locale={locale} />
    </>
  );
});
