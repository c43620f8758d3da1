import { Badge } from '@/components/ui/badge';
import { MessageSquare } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { translator } from '@/lib/core/i18n';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { isOpen } from '@/lib/feedback/policy';
import type { IdeaItem } from '@/lib/feedback/queries';

import { IdeaVote } from './idea-vote';
import { StageBadge } from './stage-badge';

type Props = { idea: IdeaItem; locale: Locale; showProduct?: boolean; level?: 2 | 3 };

/** An idea in a list: its votes first, because they are the point. */
export function IdeaRow({ idea, locale, showProduct = true, level = 2 }: Props) {
  const t = translator(locale, 'feedback');
  const Heading = `h${level}` as const;
  const { id, votes, title, product, release } = idea;
  return (
    <li className="relative flex gap-3.5 px-4 py-4 transition-colors hover:bg-hover/60 sm:gap-5 sm:px-5 sm:py-5">
      <IdeaVote id={id} votes={votes} title={title} open={isOpen(idea)} locale={locale} />
      <div className="min-w-0 flex-1">
        <Heading
          lang={langOf(idea.lang)}
          dir="auto"
          className="font-sans text-[1.0625rem] leading-snug font-semibold [overflow-wrap:anywhere]"
        >
          <Link
            href={inLocale(locale, paths.thread(idea))}
            className="after:absolute after:inset-0 hover:text-accent-ink"
          >
            {title}
          </Link>
        </Heading>
        {idea.excerpt && (
          <p
            lang={langOf(idea.lang)}
            dir="auto"
            className="mt-1 line-clamp-2 text-[0.9375rem] text-muted [overflow-wrap:anywhere]"
          >
            {idea.excerpt}
          </p>
        )}
        <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
          <StageBadge stage={idea.stage} locale={locale} />
          {idea.kind === 'REPORT' && <Badge tone="warning">{t('ideaKind.REPORT')}</Badge>}
          {release && (
            <Link
              href={inLocale(locale, paths.release(release.slug))}
              className="relative z-1 font-medium text-accent-ink hover:underline hover:underline-offset-4"
            >
              {t('row.shippedIn', { version: release.version })}
            </Link>
          )}
          {showProduct && (
            <span className="font-medium text-ink/85">{localText(locale, product.title, product.titleZh)}</span>
          )}
          <span>{t('row.by', { name: idea.author.name })}</span>
          <RelativeTime at={idea.createdAt} locale={locale} className="whitespace-nowrap" />
          <span className="numerals inline-flex items-center gap-1.5">
            <MessageSquare aria-hidden className="size-4" />
            {idea.comments}
            <span className="sr-only">{t('row.comments', { count: idea.comments })}</span>
          </span>
        </div>
      </div>
    </li>
  );
}
