import type { ReactNode } from 'react';

import { Card, SectionHead } from '@/components/ui/card';
import { Table, type Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import type { Counted, ImportReport } from '@/lib/imports/report';

import { importWords } from './run-words';

type Props = { report: ImportReport; rehearsal: boolean; locale: Locale };

const waiting = ['customers', 'orders', 'discounts', 'collections'];
// Of these it is known how many the source holds, and no more.
const whole = ['products', 'variants', 'threads', 'members'];

/** How much came of each kind, and what is to be said of it. */
export function ReportCounts({ report, rehearsal, locale }: Props) {
  const t = translator(locale, 'imports');
  const say = importWords(locale);
  const number = new Intl.NumberFormat(messageLocale(locale));
  const part = (read: (row: Counted) => number | null) => (row: Counted) => {
    const count = read(row);
    return count === null ? '–' : number.format(count);
  };
  const column = (key: string, header: string, read: (row: Counted) => number | null): Column<Counted> => ({
    ...{ key, header, align: 'end' as const, className: 'numerals', cell: part(read) },
  });
  const notes = notesOf(report, locale);
  if (report.counts.length === 0 && notes.length === 0) return null;
  return (
    <section aria-labelledby="counts">
      <SectionHead id="counts" title={t(rehearsal ? 'report.counts' : 'report.countsDone')} />
      {report.counts.length > 0 && (
        <Card flush>
          <Table
            caption={t('report.counts')}
            rows={report.counts}
            rowKey={({ kind }) => kind}
            columns={[
              { key: 'kind', header: t('report.kind'), lead: true, cell: (row) => <Kind row={row} locale={locale} /> },
              column('all', t('report.all'), ({ all }) => all),
              column('added', t('report.added'), (row) => (whole.includes(row.kind) ? null : row.added)),
              column('changed', t('report.changed'), changedOf),
              column('unchanged', t('report.unchanged'), unchangedOf),
            ]}
          />
        </Card>
      )}
      {notes.length > 0 && (
        <ul className="mt-4 grid gap-1 text-[0.9375rem]">
          {notes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  );

  function Kind({ row, locale: language }: { row: Counted; locale: Locale }): ReactNode {
    const { kind, kept, gone } = row;
    const more = [
      kind === 'products' && row.changed > 0 && `${say('report.written')}: ${number.format(row.changed)}`,
      waiting.includes(kind) && say('report.waits'),
      kind === 'pages' && say('report.drafts'),
      kept > 0 && say('report.kept', { count: kept }),
      gone > 0 && say('report.gone', { count: gone }),
    ].filter((each) => each !== false);
    return (
      <>
        <span lang={messageLocale(language)}>{say(`kinds.${kind}`)}</span>
        {more.map((words) => (
          <span key={words} className="block text-sm font-normal text-muted">
            {words}
          </span>
        ))}
      </>
    );
  }
}

const changedOf = ({ kind, changed }: Counted) => (whole.includes(kind) ? null : changed);

function unchangedOf({ kind, all, added, changed, kept, gone }: Counted): number | null {
  if (kind === 'products') return all - changed;
  return whole.includes(kind) ? null : all - added - changed - kept - gone;
}

function notesOf({ customers, forum, unread }: ImportReport, locale: Locale): string[] {
  const say = importWords(locale);
  const count = (key: string, of: number) => (of > 0 ? [say(`report.${key}`, { count: of })] : []);
  return [
    ...count('customers', customers),
    ...(forum ? [say('report.boards', forum)] : []),
    ...(unread ? count('unreadTopics', unread.topics) : []),
    ...(unread ? count('unreadLists', unread.lists) : []),
    ...(unread ? count('unreadUnknown', unread.unknown) : []),
    ...(unread ? count('goneThere', unread.gone) : []),
  ];
}
