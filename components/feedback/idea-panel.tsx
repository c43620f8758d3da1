import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { ArrowRight } from '@/components/ui/icons';
import { Link, TextLink } from '@/components/ui/link';
import { Timeline } from '@/components/ui/timeline';
import { translator } from '@/lib/core/i18n';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { isOpen } from '@/lib/feedback/policy';
import type { IdeaPanelData, IdeaStepView } from '@/lib/feedback/queries';

import { DropsSince } from './drops-since';
import { IdeaStaffLink } from './idea-staff-link';
import { IdeaVote } from './idea-vote';
import { StageBadge, stageTone } from './stage-badge';

/** An idea beside its discussion: its votes, where it stands, how it came there and what it became. */
export function IdeaPanel({ idea, title, locale }: { idea: IdeaPanelData; title: string; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { product } = idea;
  return (
    <Card as="section" aria-labelledby="idea-panel" className="grid gap-5">
      <div className="flex items-center gap-4">
        <IdeaVote id={idea.id} votes={idea.votes} title={title} open={isOpen(idea)} locale={locale} worded />
        <div className="grid min-w-0 gap-1.5">
          <h2 id="idea-panel" className="sr-only">
            {t('panel.title')}
          </h2>
          <StageBadge stage={idea.stage} locale={locale} />
          <p className="text-[0.9375rem] text-muted">
            {t.rich(`panel.kind.${idea.kind}`, {
              product: () => (
                <TextLink key="product" href={inLocale(locale, paths.product(product.handle))}>
                  {localText(locale, product.title, product.titleZh)}
                </TextLink>
              ),
            })}
          </p>
        </div>
      </div>
      <Became idea={idea} locale={locale} />
      {idea.merged.length > 0 && (
        <div>
          <h3 className="mb-2 text-sm font-semibold text-muted">{t('panel.merged', { count: idea.merged.length })}</h3>
          <ul className="grid gap-1.5 text-[0.9375rem]">
            {idea.merged.map((each) => (
              <li key={each.number}>
                <TextLink href={inLocale(locale, paths.thread(each))}>
                  <bdi>{each.title}</bdi>
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      {idea.origin && (
        <p className="text-[0.9375rem] text-muted">
          {t('panel.origin')}{' '}
          <TextLink href={inLocale(locale, paths.post(idea.origin, idea.origin.post))}>
            <bdi>{idea.origin.title}</bdi>
          </TextLink>
        </p>
      )}
      <Way idea={idea} locale={locale} />
      <IdeaStaffLink id={idea.id} locale={locale} />
    </Card>
  );
}

function Became({ idea, locale }: { idea: IdeaPanelData; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const { release, mergedInto, drops, product } = idea;
  if (mergedInto) {
    return (
      <Link
        href={inLocale(locale, paths.thread(mergedInto))}
        className="group grid gap-0.5 rounded-lg bg-sunken px-4 py-3 hover:bg-hover"
      >
        <span className="text-sm text-muted">{t('panel.mergedInto', { votes: mergedInto.votes })}</span>
        <span className="flex items-center gap-2 font-semibold group-hover:text-accent-ink">
          <bdi>{mergedInto.title}</bdi>
          <ArrowRight aria-hidden className="size-4 shrink-0" />
        </span>
      </Link>
    );
  }
  if (!release) return null;
  return (
    <div className="grid gap-4 rounded-lg bg-accent-soft px-4 py-3.5">
      <Link href={inLocale(locale, paths.release(release.slug))} className="group grid gap-0.5">
        <span className="text-sm text-accent-ink">
          {t('panel.shippedIn', {
            product: localText(locale, product.title, product.titleZh),
            version: release.version,
          })}
        </span>
        <span className="flex items-center gap-2 font-semibold group-hover:underline group-hover:underline-offset-4">
          {localText(locale, release.title, release.titleZh)}
          <ArrowRight aria-hidden className="size-4 shrink-0" />
        </span>
      </Link>
      {drops.length > 0 && (
        <div>
          <h3 className="mb-2 text-sm font-semibold text-accent-ink">{t('since.title')}</h3>
          <DropsSince drops={drops} locale={locale} />
        </div>
      )}
    </div>
  );
}

// The last word stands in the open, because it is the answer; the way there is one press away and needs no script.
function Way({ idea, locale }: { idea: IdeaPanelData; locale: Locale }) {
  const t = translator(locale, 'feedback');
  const steps = stepsOf(idea).map((step) => stepItem(step, locale));
  const last = steps.at(-1)!;
  return (
    <div className="border-t border-line pt-4">
      <Timeline label={t('panel.latest')} items={[last]} />
      {steps.length > 1 && (
        <details className="group mt-3">
          <summary className="touch w-fit cursor-pointer text-[0.9375rem] font-medium text-accent-ink hover:underline hover:underline-offset-4">
            {t('panel.way')}
          </summary>
          <div className="mt-4">
            <Timeline label={t('panel.way')} items={steps.slice(0, -1).toReversed()} />
          </div>
        </details>
      )}
    </div>
  );
}

// Ideas from before their steps were kept begin with the day they were had.
function stepsOf(idea: IdeaPanelData): IdeaStepView[] {
  const begins = idea.steps[0]?.from === null;
  return begins
    ? idea.steps
    : [{ id: 'begin', from: null, to: 'NEW', reason: '', at: idea.createdAt, by: null }, ...idea.steps];
}

function stepItem(step: IdeaStepView, locale: Locale) {
  const t = translator(locale, 'feedback');
  return {
    key: step.id,
    tone: stageTone[step.to],
    title: t(step.from === null ? 'step.BEGIN' : `step.${step.to}`),
    time: <DateTime at={step.at} locale={locale} />,
    body: step.reason ? (
      <blockquote lang={langOf(/\p{Script=Han}/u.test(step.reason) ? 'zh' : 'en')} className="[overflow-wrap:anywhere]">
        <bdi>{step.reason}</bdi>
        {step.by && <span className="text-muted"> {t('step.said', { name: step.by.name })}</span>}
      </blockquote>
    ) : undefined,
  };
}
