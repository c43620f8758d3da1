import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { langOf, listed, localText, type Locale } from '@/lib/core/locale';
import { inLocale, onBoard } from '@/lib/core/paths';
import type { ReportedPost } from '@/lib/flows/moderation/read-reported-posts';
import type { reportOutcomes } from '@/lib/moderation/list';
import { paths } from '@/lib/paths';

const tones = {
  HIDDEN: 'clay',
  WARNED: 'warning',
  SUSPENDED: 'danger',
  NOTHING_WRONG: 'neutral',
} as const satisfies Record<(typeof reportOutcomes)[number], string>;

/** What staff see of a reported post that is decided, column by column. */
export function caseColumns(locale: Locale): Column<ReportedPost>[] {
  const t = translator(locale, 'moderation');
  return [
    {
      key: 'post',
      header: t('cases.post'),
      lead: true,
      cell: (row) => <Post row={row} locale={locale} />,
      className: 'sm:min-w-56',
    },
    {
      key: 'author',
      header: t('queue.author'),
      cell: ({ author }) => (
        <Link className="hover:underline" href={inLocale(locale, paths.staffMember(author))}>
          <bdi>{author.name}</bdi>
        </Link>
      ),
    },
    { key: 'reports', header: t('cases.reports'), align: 'end', cell: ({ count }) => count },
    {
      key: 'outcome',
      header: t('cases.outcome'),
      cell: ({ outcome }) => outcome && <Badge tone={tones[outcome]}>{t(`cases.outcomes.${outcome}`)}</Badge>,
    },
    { key: 'by', header: t('cases.by'), cell: ({ decidedBy }) => decidedBy && <bdi>{decidedBy}</bdi> },
    {
      key: 'decided',
      header: t('cases.decided'),
      cell: ({ decidedAt }) => decidedAt && <Day at={decidedAt} locale={locale} />,
    },
    {
      key: 'reason',
      header: t('queue.reason'),
      cell: ({ decision }) => <bdi className="wrap-anywhere">{decision}</bdi>,
    },
    { key: 'opened', header: t('cases.opened'), cell: ({ openedAt }) => <Day at={openedAt} locale={locale} /> },
  ];
}

function Post({ row: { post, thread, reports, decision }, locale }: { row: ReportedPost; locale: Locale }) {
  const reasons = [...new Set(reports.map(({ label, labelZh }) => localText(locale, label, labelZh)))];
  const path = `${onBoard(thread.board, paths.threadFrom(thread, post.number))}#post-${post.number}`;
  return (
    <span className="grid min-w-0 gap-0.5">
      <Link
        href={inLocale(locale, path)}
        prefetch={false}
        lang={langOf(thread.lang)}
        className="wrap-anywhere hover:text-accent-ink hover:underline hover:underline-offset-4"
      >
        <bdi>{thread.title}</bdi> #{post.number}
      </Link>
      <span className="text-sm font-normal text-muted">
        {localText(locale, thread.board.name, thread.board.nameZh)} · {listed(locale, reasons)}
      </span>
      {decision && (
        <span className="line-clamp-2 text-sm font-normal wrap-anywhere text-muted">
          “<bdi>{decision}</bdi>”
        </span>
      )}
    </span>
  );
}

const Day = ({ at, locale }: { at: Date; locale: Locale }) => (
  <span className="whitespace-nowrap">
    <DateTime at={at} locale={locale} format="moment" />
  </span>
);
