/** What the pages of acts on many rows have in common, whatever list they are of. */
import type { ComponentProps, ReactNode } from 'react';

import { readForecast, readRefused } from '@/app/[locale]/staff/read-bulk';
import { BulkActs } from '@/components/staff/list/bulk/bulk-acts';
import { BulkDraft } from '@/components/staff/list/bulk/bulk-draft';
import { BulkHead } from '@/components/staff/list/bulk/bulk-head';
import { BulkProgress } from '@/components/staff/list/bulk/bulk-progress';
import { BulkReport } from '@/components/staff/list/bulk/bulk-report';
import type { BulkWords, Named } from '@/components/staff/list/bulk/bulk-words';
import type { BulkForecast } from '@/lib/core/bulk';
import { reading, type Reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { Permission } from '@/lib/core/permissions';
import { listBulks, type BulkShown } from '@/lib/lists/queries/bulks';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

/** The head of the page that lists what was done to many rows of a list, for who may see the list. */
export async function bulkActsHead(locale: Locale, permission: Permission) {
  await requirePermission(permission);
  return memberMetadata(translator(locale, 'lists')('bulk.title'));
}

/** What was done to many rows of a list, the newest first. */
export async function bulkActsPage(locale: Locale, permission: Permission, words: BulkWords): Promise<ReactNode> {
  const rows = await listBulks(reading(await requirePermission(permission)), { list: words.list });
  return <BulkActs rows={rows} words={words} locale={locale} />;
}

type Asked = Pick<ComponentProps<typeof BulkDraft>, 'names' | 'children' | 'instead'>;
type Props = {
  ask: Reading;
  bulk: BulkShown;
  words: BulkWords;
  locale: Locale;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
  mayStop?: boolean;
  /** What rows are called besides their keys, asked for where there are any. */
  namesOf?: (keys: string[]) => Promise<ReadonlyMap<string, Named>>;
  /** What a draft asks for, and what stands for the names of its rows. */
  draft?: (forecast: BulkForecast[]) => Asked | Promise<Asked>;
};

/** One act on many rows: what it would do while it is a draft, then how far it is and what was refused. */
export async function BulkActPage(act: Props) {
  const { bulk, words, locale } = act;
  return (
    <div className="page pb-16">
      <BulkHead bulk={bulk} words={words} locale={locale} />
      {bulk.startedAt ? <Started {...act} /> : <Draft {...act} />}
    </div>
  );
}

async function Started({ bulk, words, locale, searchParams, mayStop = true, namesOf }: Props) {
  const here = inLocale(locale, paths.staff(words.list, 'bulk', bulk.id));
  const { rows, next } = await readRefused(bulk.id, (await pageQuery(searchParams)).after);
  const names = namesOf && rows.length > 0 ? await namesOf(rows.map(({ key }) => key)) : undefined;
  const of = { here, words, locale };
  return (
    <div className="grid gap-8">
      <BulkProgress act={bulk} locale={locale} here={here} mayStop={mayStop} />
      <BulkReport act={bulk} rows={rows} next={next} names={names} {...of} />
    </div>
  );
}

async function Draft({ ask, bulk, words, locale, draft }: Props) {
  const forecast = await readForecast(ask, bulk);
  const more = await draft?.(forecast);
  return <BulkDraft id={bulk.id} act={bulk.act} forecast={forecast} words={words} locale={locale} {...more} />;
}
