import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { ExportRedirects } from '@/components/redirects/staff/export-redirects';
import { RedirectForm } from '@/components/redirects/staff/redirect-form';
import { ImportLink } from '@/components/imports/staff/import-link';
import { RedirectList } from '@/components/redirects/staff/redirect-list';
import { RedirectSearch } from '@/components/redirects/staff/redirect-search';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { firstOf } from '@/lib/core/fields';
import { mostOfSearch } from '@/lib/core/list';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { countRedirects, listRedirects, mostFound } from '@/lib/redirects/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('redirects.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'redirects')('title'));
});

/** The redirects of staff, with what adds one. */
export default pageOrMissing(async function StaffRedirectsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const read = reading(actor);
  const { q, after, before } = await pageQuery(searchParams);
  const words = q ? firstOf(q, mostOfSearch) : undefined;
  const [{ rows, previous, next, cut }, count] = await Promise.all([
    listRedirects(read, { words, after, before }),
    countRedirects(read),
  ]);
  const t = translator(locale, 'redirects');
  const here = inLocale(locale, paths.staff('settings', 'redirects'));
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href={inLocale(locale, paths.staff('settings', 'redirects', 'import'))}>
              {t('import')}
            </ButtonLink>
            {count > 0 && <ExportRedirects locale={locale} />}
          </>
        }
        className="mb-0! pb-0!"
      />
      <SettingsTabs actor={actor} current="redirects" locale={locale} />
      <Card as="section" aria-labelledby="add">
        <SectionHead id="add" title={t('addTitle')} />
        <RedirectForm locale={locale} />
      </Card>
      <section aria-labelledby="list">
        {count > 0 ? (
          <SectionHead id="list" title={t('listTitle', { count })} lead={t('listLead')} />
        ) : (
          <h2 id="list" className="sr-only">
            {t('listTitle', { count })}
          </h2>
        )}
        {(count > 0 || words) && <RedirectSearch words={words} here={here} locale={locale} />}
        {cut && (
          <Notice tone="warning" className="mb-5">
            {t('cut', { most: mostFound })}
          </Notice>
        )}
        <RedirectList
          {...{ rows, previous, next, words, here, locale }}
          instead={may(actor, 'imports.keep') && <ImportLink from="shop" locale={locale} />}
        />
      </section>
    </div>
  );
});
