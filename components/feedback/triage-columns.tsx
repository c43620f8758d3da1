import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { TriageIdea } from '@/lib/feedback/queries';
import { paths } from '@/lib/paths';

import { Amounts } from './idea-weights';
import { StageBadge } from './stage-badge';

/** What staff see of an idea in the list, column by column; its three weights beside it: votes, owners among them, and what its voters bought. */
export function triageColumns(locale: Locale): Column<TriageIdea>[] {
  const t = translator(locale, 'feedback');
  return [
    {
      key: 'idea',
      header: t('triage.idea'),
      lead: true,
      cell: (idea) => <Idea idea={idea} locale={locale} />,
      className: 'sm:min-w-64',
    },
    { key: 'votes', header: t('triage.votes'), align: 'end', cell: ({ votes }) => votes },
    { key: 'owners', header: t('triage.owners'), align: 'end', cell: ({ owners }) => owners },
    {
      key: 'worth',
      header: t('triage.worth'),
      align: 'end',
      cell: ({ worth }) => <Amounts worth={worth} locale={locale} />,
    },
    { key: 'stage', header: t('triage.stage'), cell: ({ stage }) => <StageBadge stage={stage} locale={locale} /> },
    {
      key: 'product',
      header: t('triage.product'),
      cell: ({ product }) => localText(locale, product.title, product.titleZh),
    },
    { key: 'board', header: t('triage.board'), cell: ({ board }) => localText(locale, board.name, board.nameZh) },
    { key: 'author', header: t('triage.author'), cell: ({ author }) => <bdi>{author.name}</bdi> },
    { key: 'created', header: t('triage.created'), cell: ({ createdAt }) => <Day at={createdAt} locale={locale} /> },
    { key: 'changed', header: t('triage.changed'), cell: ({ stageAt }) => <Day at={stageAt} locale={locale} /> },
  ];
}

function Idea({ idea: { id, title, lang, excerpt, kind, product }, locale }: { idea: TriageIdea; locale: Locale }) {
  return (
    <span className="grid min-w-0 gap-0.5">
      <Link
        lang={langOf(lang)}
        dir="auto"
        href={inLocale(locale, paths.staff('triage', id))}
        className="wrap-anywhere hover:text-accent-ink hover:underline hover:underline-offset-4"
      >
        {title}
      </Link>
      <span lang={langOf(lang)} dir="auto" className="line-clamp-1 text-sm font-normal wrap-anywhere text-muted">
        {excerpt}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 text-sm font-normal text-muted">
        {kind === 'REPORT' && <Badge tone="warning">{translator(locale, 'feedback')('ideaKind.REPORT')}</Badge>}
        {localText(locale, product.title, product.titleZh)}
      </span>
    </span>
  );
}

const Day = ({ at, locale }: { at: Date; locale: Locale }) => (
  <span className="whitespace-nowrap">
    <DateTime at={at} locale={locale} />
  </span>
);
