import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Prose } from '@/components/ui/prose';
import { Timeline } from '@/components/ui/timeline';
import { translator } from '@/lib/core/i18n';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import { inLocale, onBoard } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { isOpen, moves } from '@/lib/feedback/policy';
import type { Candidate, TriageCase as Case } from '@/lib/feedback/queries';
import type { Notified } from '@/lib/forum/queries/count-notified';

import { CandidateSearch } from './candidate-search';
import { Weights } from './idea-weights';
import { MergeForm } from './merge-form';
import { StageBadge, stageTone } from './stage-badge';
import { StageForm } from './stage-form';
import { Stars } from '@/components/ownership/stars';

type Props = { idea: Case; notified: Notified; candidates: Candidate[]; words: string; locale: Locale };

/** One idea with everything that a decision needs, and the decision. */
export function TriageCase({ idea, notified, candidates, words, locale }: Props) {
  const t = translator(locale, 'feedback');
  const { product, author } = idea;
  const thread = inLocale(locale, onBoard(idea, paths.thread(idea)));
  return (
    <div className="page pb-16">
      <PageHeader
        lang={langOf(idea.lang)}
        title={idea.title}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumb')}
            items={[{ href: inLocale(locale, paths.staff('triage')), label: t('triage.title') }, { label: idea.title }]}
          />
        }
        meta={
          <>
            <StageBadge stage={idea.stage} locale={locale} />
            {idea.hidden && <Badge tone="danger">{t('case.hidden')}</Badge>}
            {idea.kind === 'REPORT' && <Badge tone="warning">{t('ideaKind.REPORT')}</Badge>}
            <span>{localText(locale, product.title, product.titleZh)}</span>
            <span>{t('row.by', { name: author.name })}</span>
            <TextLink href={thread}>{t('case.discussion')}</TextLink>
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 gap-6">
          <Card>
            <Weights idea={idea} locale={locale} />
          </Card>
          <Card>
            <Prose sanitizedHtml={idea.html} lang={langOf(idea.lang)} />
          </Card>
          {idea.joined.length > 0 && <Joined idea={idea} locale={locale} />}
          {idea.voices.length > 0 && <Voices idea={idea} locale={locale} />}
          <Card as="section">
            <SectionHead title={t('panel.way')} />
            <Timeline label={t('panel.way')} items={idea.steps.map((step) => stepOf(step, locale))} />
          </Card>
        </div>
        <div className="grid min-w-0 gap-6">
          <Card as="section" look="raised">
            <SectionHead title={t('case.decide')} />
            <Decision idea={idea} notified={notified} locale={locale} />
          </Card>
          {isOpen(idea) && (
            <Card as="section">
              <SectionHead title={t('case.mergeTitle')} lead={t('case.mergeLead')} />
              <div className="grid gap-5">
                <CandidateSearch words={words} locale={locale} />
                <MergeForm id={idea.id} stage={idea.stage} votes={idea.votes} candidates={candidates} />
              </div>
            </Card>
          )}
        </div>
      </div>
    </div>
  );
}

function Decision({ idea, notified, locale }: { idea: Case; notified: Notified; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { release, mergedInto, stage } = idea;
  if (mergedInto)
    return (
      <p>
        {t('case.isMerged')}{' '}
        <TextLink href={inLocale(locale, paths.staff('triage', mergedInto.id))}>
          <bdi>{mergedInto.title}</bdi>
        </TextLink>
      </p>
    );
  if (stage === 'SHIPPED' && release)
    return (
      <p>
        {t('case.isShipped')}{' '}
        <TextLink href={inLocale(locale, paths.release(release.slug))}>
          {release.version} · {localText(locale, release.title, release.titleZh)}
        </TextLink>
      </p>
    );
  return (
    <div className="grid gap-5">
      <StageForm id={idea.id} stage={stage} moves={moves[stage]} notified={notified} />
      {(stage === 'PLANNED' || stage === 'STARTED' || stage === 'ACCEPTED') && (
        <p className="text-sm text-muted">
          {release ? t('case.inRelease') : t('case.toShip')}{' '}
          <TextLink href={inLocale(locale, paths.staff('releases', ...(release ? [release.id] : [])))}>
            {release
              ? `${release.version} · ${localText(locale, release.title, release.titleZh)}`
              : t('releasesStaff.title')}
          </TextLink>
        </p>
      )}
    </div>
  );
}

function Joined({ idea, locale }: { idea: Case; locale: Locale }) {
  const t = translator(locale, 'feedback');
  return (
    <Card as="section">
      <SectionHead title={t('case.joined')} />
      <ul className="grid gap-2">
        {idea.joined.map(({ id, title, lang, votes }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4">
            <TextLink lang={langOf(lang)} href={inLocale(locale, paths.staff('triage', id))}>
              <bdi>{title}</bdi>
            </TextLink>
            <span className="text-sm text-muted">{t('vote.short', { count: votes })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Voices({ idea, locale }: { idea: Case; locale: Locale }) {
  const t = translator(locale, 'feedback');
  return (
    <Card as="section">
      <SectionHead title={t('case.voices')} />
      <ul className="grid gap-4">
        {idea.voices.map(({ id, rating, body, member }) => (
          <li key={id} className="grid gap-1">
            <span className="flex items-center gap-2.5 text-sm">
              <Stars rating={rating} locale={locale} />
              <bdi>{member.name}</bdi>
            </span>
            <p dir="auto">{body}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function stepOf(step: Case['steps'][number], locale: Locale) {
  const t = translator(locale, 'feedback');
  return {
    key: step.id,
    tone: stageTone[step.to],
    title: t(step.from === null ? 'step.BEGIN' : `step.${step.to}`),
    time: <DateTime at={step.at} locale={locale} format="moment" />,
    body:
      step.reason || step.by ? (
        <>
          <bdi>{step.reason}</bdi> {step.by && <span>{t('step.said', { name: step.by.name })}</span>}
        </>
      ) : undefined,
  };
}
