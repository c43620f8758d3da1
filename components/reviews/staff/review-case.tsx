import type { ReactNode } from 'react';

import { Stars } from '@/components/ownership/stars';
import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { MemberLink } from '@/components/members/member-link';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { SignedIn } from '@/lib/core/actor';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { canAnswer, canHide } from '@/lib/reviews/policy';
import type { ReviewCase as Case } from '@/lib/reviews/queries';
import { reviewPath } from '@/lib/reviews/choices/review-paths';

import { Versions } from '../versions';
import { AnswerReview, DismissReports, HideReview, RestoreReview, ReviewToIdea } from './review-forms';

type Props = { review: Case; actor: SignedIn; mayMakeIdeas: boolean; locale: Locale };

/** A review with what staff do about it, each act for those who may. */
export function ReviewCase({ review, actor, mayMakeIdeas, locale }: Props) {
  const t = translator(locale, 'reviews');
  const hides = canHide(actor, review);
  const shown = review.state === 'SHOWN';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="grid min-w-0 gap-6">
        <Words review={review} locale={locale} />
        <Versions revisions={review.revisions} locale={locale} />
        {review.complaints.length > 0 && (
          <Part title={t('staff.reportsTitle')}>
            <Complaints review={review} locale={locale} />
            {hides && <DismissReports reviewId={review.id} />}
          </Part>
        )}
        {hides && shown && <HideReview reviewId={review.id} />}
        {hides && review.rule && <RestoreReview reviewId={review.id} />}
      </div>
      <div className="grid min-w-0 gap-6">
        {canAnswer(actor) && (
          <Part
            title={t('staff.answerTitle')}
            lead={t('staff.answerLead', { state: review.answer ? 'yes' : 'no', name: review.answer?.by.name ?? '' })}
          >
            {shown ? (
              <AnswerReview reviewId={review.id} body={review.answer?.body ?? ''} />
            ) : (
              <p className="text-muted">{t('staff.answerBroken')}</p>
            )}
          </Part>
        )}
        {(mayMakeIdeas || review.idea) && (
          <Part title={t('staff.ideaTitle')} lead={review.idea ? undefined : t('staff.ideaLead')}>
            {review.idea ? (
              <p>
                {t('staff.ideaIs')}{' '}
                <TextLink href={inLocale(locale, paths.staff('triage', review.idea.id))}>
                  <bdi>{review.idea.thread.title}</bdi>
                </TextLink>
              </p>
            ) : (
              shown && <ReviewToIdea reviewId={review.id} title={review.title} />
            )}
          </Part>
        )}
      </div>
    </div>
  );
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Card as="section">
      <SectionHead level={3} title={title} lead={lead} />
      <div className="grid gap-5">{children}</div>
    </Card>
  );
}

type About = { review: Case; locale: Locale };

function Words({ review, locale }: About) {
  const t = translator(locale, 'reviews');
  const { state, rule, reason, stateBy, rating, title, body, pros, cons, photos, member, release } = review;
  return (
    <Card className="grid gap-4">
      {state !== 'SHOWN' && (
        <Notice tone={state === 'HIDDEN' ? 'danger' : 'info'} title={t(`states.${state}`)}>
          {rule && <p>{t('staff.hiddenBy', { rule: t(`rules.${rule}`), reason })}</p>}
          {state === 'HIDDEN' && stateBy && <p>{t('staff.stateBy', { name: stateBy.name })}</p>}
        </Notice>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stars rating={rating} locale={locale} />
        <MemberLink member={member} locale={locale} className="text-accent-ink underline" />
        {release && <Badge>{t('on', { version: release.version })}</Badge>}
        <span className="text-sm text-muted">
          <DateTime at={review.createdAt} locale={locale} format="moment" />
        </span>
      </p>
      <h2 dir="auto" className="text-subheading wrap-anywhere">
        {title}
      </h2>
      <p dir="auto" className="max-w-prose wrap-anywhere whitespace-pre-line">
        {body}
      </p>
      {[...pros.map((point) => `+ ${point}`), ...cons.map((point) => `− ${point}`)].map((point, at) => (
        <p key={at} dir="auto" className="wrap-anywhere">
          {point}
        </p>
      ))}
      {photos.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {photos.map(({ path }, at) => (
            <li key={path}>
              <a href={path}>
                <img
                  src={path}
                  alt={t('photo', { number: at + 1, name: member.name })}
                  className="size-24 rounded-lg object-cover ring-1 ring-line"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      {state === 'SHOWN' && (
        <TextLink href={inLocale(locale, reviewPath(review.product.handle, review.id))}>{t('staff.public')}</TextLink>
      )}
    </Card>
  );
}

function Complaints({ review: { complaints }, locale }: About) {
  const t = translator(locale, 'reviews');
  return (
    <ul className="grid gap-3">
      {complaints.map(({ id, rule, note, createdAt, reporter }) => (
        <li key={id} className="grid min-w-0 gap-0.5">
          <p className="font-semibold">{t(`rules.${rule}`)}</p>
          {note && (
            <p dir="auto" className="wrap-anywhere whitespace-pre-line">
              {note}
            </p>
          )}
          <p className="text-sm text-muted">
            <bdi>{reporter.name}</bdi> · <DateTime at={createdAt} locale={locale} format="moment" />
          </p>
        </li>
      ))}
    </ul>
  );
}
