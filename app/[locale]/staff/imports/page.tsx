import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ChooseFiles } from '@/components/imports/staff/choose-files';
import { ForumKey } from '@/components/imports/staff/forum-key';
import { RehearseForum, RehearseShop } from '@/components/imports/staff/rehearse-forms';
import { RunList } from '@/components/imports/staff/run-list';
import { RunProgress } from '@/components/imports/staff/run-progress';
import { headingOf } from '@/components/imports/staff/run-words';
import { ShopFiles } from '@/components/imports/staff/shop-files';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import { env } from '@/lib/core/env';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getImportUpload, getOpenRun, listImportRuns } from '@/lib/imports/queries/runs';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('imports.keep');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'imports')('title'));
});

/** Where a shop and a forum move in: files to choose or an address to name, the run that is not over, and all before it. */
export default pageOrMissing(async function StaffImportsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { before } = await pageQuery(searchParams);
  const older = before && isUuid(before) ? before : undefined;
  const ask = reading(actor);
  const [list, open, upload, brand] = await Promise.all([
    listImportRuns(ask, { before: older }),
    getOpenRun(ask),
    getImportUpload(ask, { memberId: actor.id }),
    currentBrand(),
  ]);
  const t = translator(locale, 'imports');
  const files = upload?.files ?? [];
  const hasKey = env.DISCOURSE_API_KEY !== undefined && env.DISCOURSE_API_SITE !== undefined;
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('title')} lead={t('lead')} className="mb-0! pb-0!" />
      {open && <Open />}
      <section aria-labelledby="shop">
        <SectionHead id="shop" title={t('shop.title')} lead={t('shop.lead')} />
        <Card className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {!open && <ChooseFiles />}
          {files.length > 0 && <ShopFiles files={files} locale={locale} />}
          {open && <p className="text-muted">{t('later')}</p>}
          {files.length > 0 && !open && <RehearseShop currency={brand.currency} locale={locale} />}
        </Card>
      </section>
      <section aria-labelledby="forum">
        <SectionHead id="forum" title={t('forum.title')} lead={t('forum.lead')} />
        <Card className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {!hasKey && <ForumKey locale={locale} />}
          {hasKey && !open && <RehearseForum site={env.DISCOURSE_API_SITE} locale={locale} />}
          {hasKey && open && <p className="text-muted">{t('later')}</p>}
        </Card>
      </section>
      <RunList {...list} paged={older !== undefined} locale={locale} />
    </div>
  );

  function Open() {
    const here = inLocale(locale, paths.staff('imports', open!.id));
    const head = (
      <SectionHead id="open" title={headingOf(open!, locale)} action={<TextLink href={here}>{t('see')}</TextLink>} />
    );
    return (
      <section aria-labelledby="open">
        <RunProgress run={open!} here={inLocale(locale, paths.staff('imports'))} locale={locale} head={head} />
      </section>
    );
  }
});
