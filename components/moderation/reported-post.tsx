import { MemberLink } from '@/components/members/member-link';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { Prose } from '@/components/ui/prose';
import { RelativeTime } from '@/components/ui/relative-time';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import { inLocale, onBoard } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ReportedPost as Reported } from '@/lib/flows/moderation/read-reported-posts';
import { translator } from '@/lib/web/i18n';

import { VerdictForm } from './verdict-form';

/** One reported post in its place: what was said, by whom, what members say of it, and the decision. */
export function ReportedPost({ reported, locale }: { reported: Reported; locale: Locale }) {
  const t = translator(locale, 'moderation');
  const { post, author, before } = reported;
  return (
    <Card as="article" flush aria-labelledby={`reported-${post.id}`}>
      <div className="grid lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="min-w-0 p-4 sm:p-6">
          <Place reported={reported} locale={locale} />
          {before && (
            <p className="mt-3 line-clamp-2 border-s-2 border-line-strong ps-3 text-sm text-muted">
              {t('queue.answering', { name: before.by })}: <bdi>{before.excerpt}</bdi>
            </p>
          )}
          <div className="mt-4 flex gap-3">
            <Avatar name={author.name} src={author.avatar} size="sm" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
                <MemberLink member={author} locale={locale} className="text-[0.9375rem] font-semibold text-ink" />
                <span>{t('queue.trust', { trust: author.trust })}</span>
                <span>
                  {t('queue.joined')} <DateTime at={author.joinedAt} locale={locale} />
                </span>
                <Badge tone={author.warnings > 0 ? 'warning' : 'neutral'}>
                  {t('queue.warnings', { count: author.warnings })}
                </Badge>
                {author.suspended && <Badge tone="danger">{t('queue.suspended')}</Badge>}
              </p>
              <Prose sanitizedHtml={post.html} compact className="mt-2" />
            </div>
          </div>
        </div>
        <div className="grid content-start gap-5 border-line bg-sunken/50 p-4 max-lg:border-t sm:p-6 lg:border-s">
          <Said reported={reported} locale={locale} />
          <VerdictForm post={post.id} sparesAuthor={author.staff} />
        </div>
      </div>
    </Card>
  );
}

function Place({ reported: { post, thread }, locale }: { reported: Reported; locale: Locale }) {
  const t = translator(locale, 'moderation');
  const path = `${onBoard(thread.board, paths.threadFrom(thread, post.number))}#post-${post.number}`;
  return (
    <>
      <h2 id={`reported-${post.id}`} lang={langOf(thread.lang)} className="text-subheading">
        <bdi>{thread.title}</bdi>
      </h2>
      <p className="mt-1 text-sm text-muted">
        {localText(locale, thread.board.name, thread.board.nameZh)} ·{' '}
        <RelativeTime at={post.createdAt} locale={locale} /> ·{' '}
        <TextLink href={inLocale(locale, path)} prefetch={false} data-opens>
          {t('queue.open')}
        </TextLink>
      </p>
    </>
  );
}

function Said({ reported: { reports, count }, locale }: { reported: Reported; locale: Locale }) {
  const t = translator(locale, 'moderation');
  return (
    <section>
      <h3 className="mb-2 text-[0.9375rem] font-semibold">{t('queue.count', { count })}</h3>
      <ul className="grid gap-4 text-[0.9375rem]">
        {reports.map((report) => (
          <li key={report.id}>
            <Badge tone="danger">{localText(locale, report.label, report.labelZh)}</Badge>
            {report.note && (
              <p className="mt-1">
                “<bdi>{report.note}</bdi>”
              </p>
            )}
            <p className="mt-0.5 text-sm text-muted">
              <bdi>{report.by.name}</bdi> · <RelativeTime at={report.at} locale={locale} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
