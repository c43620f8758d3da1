import { Card, SectionHead } from '@/components/ui/card';
import { Table, type Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import type { Counted, ImportReport } from '@/lib/imports/report';

import { importWords } from './run-words';

type Props = { report: ImportReport; rehearsal: boolean; locale: Locale };

const waiting = ['orders', 'discounts', 'collections'];

/** How much came of each kind, and what is to be said of it. */
export function ReportCounts({ report, rehearsal, locale }: Props) {
  const t = translator(locale, 'imports');
  const number = new Intl.NumberFormat(messageLocale(locale));
  const column = (key: string, header: string, read: (row: Counted) => number): Column<Counted> => ({
    ...{ key, header, align: 'end' as const, className: 'numerals', cell: (row) => number.format(read(row)) },
  });
  const parted = report.counts.filter(({ parts }) => parts);
  const rows = parted.length > 0 ? parted : report.counts;
  const notes = notesOf(report, locale, parted.length > 0 ? report.counts.filter(({ parts }) => !parts) : []);
  if (rows.length === 0 && notes.length === 0) return null;
  return (
    <section aria-labelledby="counts">
      <SectionHead id="counts" title={t(rehearsal ? 'report.counts' : 'report.countsDone')} />
      {rows.length > 0 && (
        <Card flush>
          <Table
            caption={t('report.counts')}
            rows={rows}
            rowKey={({ kind }) => kind}
            columns={[
              { key: 'kind', header: t('report.kind'), lead: true, cell: (row) => <Kind row={row} locale={locale} /> },
              column('all', t('report.all'), ({ all }) => all),
              ...(parted.length > 0
                ? [
                    column('added', t('report.added'), ({ added }) => added),
                    column('changed', t('report.changed'), ({ changed }) => changed),
                    column('unchanged', t('report.unchanged'), unchangedOf),
                  ]
                : []),
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
}

/** What a row counts, with what is to be said of it. */
function Kind({ row: { kind, kept, gone }, locale }: { row: Counted; locale: Locale }) {
  const say = importWords(locale);
  const more = [
    waiting.includes(kind) && say('report.waits'),
    kind === 'pages' && say('report.drafts'),
    kept > 0 && say('report.kept', { count: kept }),
    gone > 0 && say('report.gone', { count: gone }),
  ].filter((each) => each !== false);
  return (
    <>
      {say(`kinds.${kind}`)}
      {more.map((words) => (
        <span key={words} className="block text-sm font-normal text-muted">
          {words}
        </span>
      ))}
    </>
  );
}

const unchangedOf = ({ all, added, changed, kept, gone }: Counted): number => all - added - changed - kept - gone;

function notesOf({ customers, forum, unread }: ImportReport, locale: Locale, alone: Counted[]): string[] {
  const say = importWords(locale);
  const count = (key: string, of: number) => (of > 0 ? [say(`report.${key}`, { count: of })] : []);
  return [
    ...alone.map(({ kind, all }) => say('report.alone', { kind: say(`kinds.${kind}`), count: all })),
    ...count('customers', customers),
    ...(forum ? [say('report.boards', forum)] : []),
    ...(unread ? count('unreadTopics', unread.topics) : []),
    ...(unread ? count('unreadLists', unread.lists) : []),
    ...(unread ? count('unreadUnknown', unread.unknown) : []),
    ...(unread ? count('goneThere', unread.gone) : []),
  ];
}
