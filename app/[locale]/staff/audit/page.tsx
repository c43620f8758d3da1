import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { auditListWords } from '@/components/staff/audit-list-view';
import { auditColumns } from '@/components/staff/audit-table';
import { ListHead } from '@/components/staff/list/list-head';
import { ListRows } from '@/components/staff/list/list-rows';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { readList } from '@/lib/core/list';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getColumns } from '@/lib/lists/queries';
import { listViews } from '@/lib/lists/queries/views';
import { auditList } from '@/lib/moderation/list';
import { findAuditActor, listAudit } from '@/lib/moderation/list-audit';
import { pageQuery } from '@/lib/web/params';
import { messages } from '@/messages';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('moderation.readAudit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  const { locale } = await params;
  return memberMetadata(translator(locale, 'staff')('audit.title'));
});

// Every act that has a name.
const acts = Object.entries(messages.en.staff.acts).flatMap(([domain, names]) =>
  Object.keys(names).map((name) => `${domain}.${name}`),
);

export default pageOrMissing(async function AuditPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { rows, by, ...found } = await read(actor, await pageQuery(searchParams));
  const t = translator(locale, 'staff');
  const here = inLocale(locale, paths.staff('audit'));
  const words = auditListWords(locale, { acts, by });
  const view = { locale, list: auditList, here, cut: false, mayExport: false, ...found, ...words };
  return (
    <div className="page pb-16">
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('audit.table')}
        rows={rows}
        columns={auditColumns(locale)}
        empty={<EmptyState title={t('audit.none')}>{t('audit.noneBody')}</EmptyState>}
      />
    </div>
  );
});

// Nobody has this id: what a handle that is nobody's has done is nothing.
const nobody = '00000000-0000-4000-8000-000000000000';

async function read(actor: SignedIn, query: Record<string, string | undefined>) {
  const ask = reading(actor);
  const handle = query.by?.trim();
  const by = handle ? ((await findAuditActor(ask, { by: handle })) ?? { id: nobody, handle }) : null;
  const asked = readList(auditList, { ...query, by: by?.id });
  const zone = await shopZone();
  const [{ rows, page }, shown, views] = await Promise.all([
    listAudit(ask, { asked, zone }),
    getColumns(ask, { list: auditList }),
    listViews(ask, { list: auditList.name }),
  ]);
  return { asked, rows, page, by, shown, views };
}
