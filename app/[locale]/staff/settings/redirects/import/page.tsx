import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DecideFile, SendRedirects } from '@/components/redirects/staff/file-forms';
import { FileRows, shownFates } from '@/components/redirects/staff/file-rows';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, SectionHead } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { isMember } from '@/lib/core/actor';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { PlannedRow } from '@/lib/redirects/choices';
import { getRedirectFile } from '@/lib/redirects/queries';
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
  return memberMetadata(translator((await params).locale, 'redirects')('file.title'));
});

/** Takes a file of redirects: first what each of its rows would do, then, once it was taken over, what was refused. */
export default pageOrMissing(async function ImportRedirectsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const file = isMember(actor) ? await getRedirectFile(reading(actor), { memberId: actor.id }) : null;
  const { show, from } = await pageQuery(searchParams);
  const t = translator(locale, 'redirects');
  const list = { label: t('title'), href: inLocale(locale, paths.staff('settings', 'redirects')) };
  const rows = file && (
    <FileRows
      rows={file.rows}
      fate={shownFates.find((fate) => fate === show)}
      from={readNumber(from ?? '') ?? 0}
      here={inLocale(locale, paths.staff('settings', 'redirects', 'import'))}
      locale={locale}
    />
  );
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={t('file.title')}
        lead={t('file.lead')}
        breadcrumbs={<Breadcrumbs label={t('title')} items={[list, { label: t('file.title') }]} />}
        className="mb-0"
      />
      {file && !file.takenAt && (
        <section aria-labelledby="plan" className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <SectionHead id="plan" title={t('file.plan')} lead={t('file.planLead', count(file.rows))} />
          <DecideFile fileKey={file.key} count={count(file.rows).write} locale={locale} />
          {rows}
        </section>
      )}
      {file?.takenAt && (
        <section className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <Notice tone="positive" title={t('file.taken')}>
            {t('file.takenLead', taken(file))}
          </Notice>
          {file.rows.length > 0 && rows}
        </section>
      )}
      {(!file || file.takenAt) && (
        <Card as="section">
          <SendRedirects locale={locale} />
        </Card>
      )}
    </div>
  );
});

function count(rows: readonly PlannedRow[]) {
  const of = (fate: PlannedRow['fate']) => rows.filter((row) => row.fate === fate).length;
  return {
    add: of('add'),
    change: of('change'),
    same: of('same'),
    refused: of('refused'),
    write: of('add') + of('change'),
  };
}

const taken = ({
  added,
  changed,
  unchanged,
  rows,
}: Record<'added' | 'changed' | 'unchanged', number> & { rows: unknown[] }) => ({
  ...{ added, changed, unchanged },
  refused: rows.length,
});
