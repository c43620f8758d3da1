import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { actName, AuditTable } from '@/components/staff/audit-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listAudit } from '@/lib/moderation/list-audit';
import { pageQuery } from '@/lib/web/params';
import { messages } from '@/messages';
import { translator } from '@/lib/web/i18n';
import { readMoment, writeCursor } from '@/lib/core/cursor';
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
  const asked = await pageQuery(searchParams);
  const act = typeof asked.act === 'string' && acts.includes(asked.act) ? asked.act : '';
  const by = typeof asked.by === 'string' ? asked.by.trim().replace(/^@/, '').toLowerCase().slice(0, 40) : '';
  const after = readMoment(asked.after) ?? undefined;
  const t = translator(locale, 'staff');
  const { entries, more } = await listAudit(reading(actor), { act, by, after });
  const here = inLocale(locale, paths.staff('audit'));
  const last = entries.at(-1);
  return (
    <div className="page pb-16">
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
      <form method="get" action={here} className="mb-6 flex max-w-3xl flex-wrap items-end gap-3">
        <SelectField
          name="act"
          label={t('audit.actFilter')}
          blank={t('audit.all')}
          options={acts.map((value) => ({ value, label: actName(locale, value) }))}
          defaultValue={act}
          className="flex-1 basis-52"
        />
        <TextField
          name="by"
          label={t('audit.actorFilter')}
          defaultValue={by}
          before="@"
          autoCapitalize="none"
          className="flex-1 basis-44"
        />
        <Button type="submit">{t('audit.apply')}</Button>
      </form>
      {entries.length === 0 ? (
        <EmptyState illustration="search" title={t('audit.none')}>
          {t('audit.noneBody')}
        </EmptyState>
      ) : (
        <AuditTable locale={locale} entries={entries} />
      )}
      <Pagination
        label={t('audit.pages')}
        previous={after ? { href: withQuery(here, { act, by }), label: t('audit.newest') } : null}
        next={
          more && last
            ? { href: withQuery(here, { act, by, after: writeCursor(last.at, last.id) }), label: t('audit.older') }
            : null
        }
      />
    </div>
  );
});
