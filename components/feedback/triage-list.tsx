import { Chip } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import type { TriageIdea, Worth } from '@/lib/feedback/queries';
import { triageOrders } from '@/lib/feedback/schema';

import { langOf } from './idea-row';
import { QuickAccept } from './quick-accept';
import { StageBadge } from './stage-badge';
import { triageHref, type TriageView } from './triage-tabs';

type Props = { ideas: TriageIdea[]; next: string | null; after?: string; view: TriageView; locale: Locale };

/** Ideas that wait, each with its three weights beside it: votes, owners among them, and what its voters bought. */
export function TriageList({ ideas, next, after, view, locale }: Props) {
  const t = translator(locale, 'feedback');
  const here = triageHref(locale, view);
  if (ideas.length === 0)
    return (
      <EmptyState illustration="ideas" title={t('triage.empty')}>
        <p>{t('triage.emptyBody')}</p>
      </EmptyState>
    );
  return (
    <>
      <div className="mt-5 mb-3 flex flex-wrap items-center gap-2">
        <span className="me-1 text-sm text-muted">{t('triage.sortBy')}</span>
        {triageOrders.map((sort) => (
          <Chip key={sort} href={triageHref(locale, { ...view, sort })} current={view.sort === sort}>
            {t(`triage.sort.${sort}`)}
          </Chip>
        ))}
      </div>
      <Card flush>
        <ul aria-label={t('triage.title')} className="divide-y divide-line">
          {ideas.map((idea) => (
            <Row key={idea.id} idea={idea} locale={locale} />
          ))}
        </ul>
      </Card>
      {next && (
        <p className="mt-3 text-sm text-muted">
          {t(view.sort === 'newest' ? 'triage.moreNewest' : 'triage.more', { count: ideas.length })}
        </p>
      )}
      <Pagination
        label={t('triage.pages')}
        previous={after ? { href: here, label: t('triage.first') } : null}
        next={next ? { href: withQuery(here, { after: next }), label: t('triage.next') } : null}
      />
    </>
  );
}

function Row({ idea, locale }: { idea: TriageIdea; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { product, author, title } = idea;
  return (
    <li className="grid gap-x-6 gap-y-3 px-4 py-4 sm:px-5 lg:grid-cols-[minmax(0,1fr)_22rem_auto] lg:items-center">
      <div className="min-w-0">
        <h2
          lang={langOf(idea.lang)}
          dir="auto"
          className="font-sans text-[1.0625rem] leading-snug font-semibold [overflow-wrap:anywhere]"
        >
          <Link
            href={inLocale(locale, paths.staff('triage', idea.id))}
            className="hover:text-accent-ink hover:underline hover:underline-offset-4"
          >
            {title}
          </Link>
        </h2>
        <p lang={langOf(idea.lang)} dir="auto" className="mt-1 line-clamp-1 text-[0.9375rem] text-muted">
          {idea.excerpt}
        </p>
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {idea.stage !== 'NEW' && <StageBadge stage={idea.stage} locale={locale} />}
          <span className="font-medium text-ink/85">{localText(locale, product.title, product.titleZh)}</span>
          <span>{t('row.by', { name: author.name })}</span>
          <RelativeTime at={idea.createdAt} locale={locale} />
        </div>
      </div>
      <Weights idea={idea} locale={locale} />
      <div className="flex gap-2 lg:justify-end">
        {idea.stage === 'NEW' && <QuickAccept id={idea.id} title={title} />}
      </div>
    </li>
  );
}

/** The three weights of an idea. */
export function Weights({ idea, locale }: { idea: Pick<TriageIdea, 'votes' | 'owners' | 'worth'>; locale: Locale }) {
  const t = translator(locale, 'feedback');
  return (
    <dl className="grid grid-cols-[auto_auto_minmax(0,1fr)] gap-x-6">
      <Weight label={t('triage.votes')} value={idea.votes} />
      <Weight label={t('triage.owners')} value={idea.owners} />
      <Weight label={t('triage.worth')} value={<Amounts worth={idea.worth} locale={locale} />} />
    </dl>
  );
}

async function Amounts({ worth, locale }: { worth: Worth[]; locale: Locale }) {
  if (worth.length === 0) return <>–</>;
  const home = await homeCurrency();
  return (
    <>
      {worth.map(({ currency, minor }) => (
        <span key={currency} className="block whitespace-nowrap">
          {formatMoney(Number(minor), currency, locale, home)}
        </span>
      ))}
    </>
  );
}

function Weight({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="numerals text-lg leading-tight font-semibold">{value}</dd>
    </div>
  );
}
