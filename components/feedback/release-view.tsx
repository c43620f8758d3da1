import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Link, TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Prose } from '@/components/ui/prose';
import { translator } from '@/lib/core/i18n';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { Credited, ReleasePage } from '@/lib/feedback/queries';

import { DropsSince } from './drops-since';
import { IdeaRow } from './idea-row';

/** A release: its notes, the ideas it contains, the members they came from, and what was sold since. */
export function ReleaseView({ release, locale }: { release: ReleasePage; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { product, ideas, credits, drops } = release;
  const name = `${localText(locale, product.title, product.titleZh)} ${release.version}`;
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumb')}
            items={[{ href: inLocale(locale, paths.releases()), label: t('releases.title') }, { label: name }]}
          />
        }
        title={localText(locale, release.title, release.titleZh)}
        meta={
          <>
            <Badge tone="accent">
              <bdi>{name}</bdi>
            </Badge>
            <span>{t(`kind.${release.kind}`)}</span>
            <DateTime at={release.publishedAt} locale={locale} />
            <TextLink href={inLocale(locale, paths.product(product.handle))} without="nothing">
              {t('release.product')}
            </TextLink>
          </>
        }
      />
      <div className="grid items-start gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-10">
          <Prose sanitizedHtml={localText(locale, release.html, release.htmlZh)} />
          {ideas.length > 0 && <ReleasedIdeas ideas={ideas} locale={locale} />}
        </div>
        <aside className="grid min-w-0 gap-5">
          {credits.length > 0 && <Credits credits={credits} locale={locale} />}
          {drops.length > 0 && (
            <Card as="section" aria-labelledby="release-since">
              <SectionHead
                id="release-since"
                level={3}
                title={t('since.title')}
                lead={t('since.lead', { product: localText(locale, product.title, product.titleZh) })}
              />
              <DropsSince drops={drops} locale={locale} />
            </Card>
          )}
        </aside>
      </div>
    </div>
  );
}

function ReleasedIdeas({ ideas, locale }: { ideas: ReleasePage['ideas']; locale: Locale }) {
  const t = translator(locale, 'feedback');
  return (
    <section aria-labelledby="release-ideas">
      <SectionHead
        id="release-ideas"
        title={t('release.contains')}
        lead={t('release.containsLead', { count: ideas.length })}
      />
      <Card flush>
        <ul className="divide-y divide-line">
          {ideas.map((idea) => (
            <IdeaRow key={idea.id} idea={{ ...idea, release: null }} locale={locale} showProduct={false} level={3} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Credits({ credits, locale }: { credits: Credited[]; locale: Locale }) {
  const t = translator(locale, 'feedback');
  return (
    <Card as="section" look="accent" aria-labelledby="release-thanks">
      <SectionHead id="release-thanks" level={3} title={t('release.thanks')} lead={t('release.thanksLead')} />
      <ul className="grid gap-4">
        {credits.map(({ handle, name, avatar, reasons, ideas }) => (
          <li key={handle} className="flex gap-3">
            <Avatar name={name} src={avatar} />
            <div className="min-w-0">
              <Link
                href={inLocale(locale, paths.member(handle))}
                className="font-semibold hover:underline hover:underline-offset-4"
              >
                <bdi>{name}</bdi>
              </Link>
              <p className="text-sm text-muted">
                {t(reasons.length > 1 ? 'credit.BOTH' : reasons[0] === 'REPORT' ? 'credit.REPORT' : 'credit.IDEA')}
              </p>
              {ideas.map((idea) => (
                <p
                  key={idea.number}
                  lang={langOf(/\p{Script=Han}/u.test(idea.title) ? 'zh' : 'en')}
                  className="mt-0.5 text-sm"
                >
                  <Link
                    href={inLocale(locale, paths.thread(idea))}
                    className="underline decoration-line-strong underline-offset-4 hover:decoration-current [overflow-wrap:anywhere]"
                  >
                    <bdi>{idea.title}</bdi>
                  </Link>
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
