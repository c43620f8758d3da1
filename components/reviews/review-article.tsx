import type { ReactNode } from 'react';

import { Stars } from '@/components/ownership/stars';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { langOf, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { ShownReview } from '@/lib/reviews/queries';
import { reviewPath } from '@/lib/reviews/choices/review-paths';

import { Speaker } from './speaker';

type Props = {
  review: ShownReview;
  /** The product's name in its address. */
  handle: string;
  brand: string;
  locale: Locale;
  level?: 'h2' | 'h3';
  /** What the reader may do with it. */
  children?: ReactNode;
};

/** One review as everybody reads it, with the brand's answer. */
export function ReviewArticle({ review, handle, brand, locale, level: Heading = 'h3', children }: Props) {
  const t = translator(locale, 'reviews');
  const { id, rating, title, body, lang, answer } = review;
  return (
    <article className="grid min-w-0 gap-3 p-5 sm:p-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stars rating={rating} locale={locale} />
        {review.returned && <Badge tone="warning">{t('returned')}</Badge>}
      </div>
      <Heading className="text-subheading wrap-anywhere" lang={langOf(lang)} dir="auto">
        <Link href={inLocale(locale, reviewPath(handle, id))} className="hover:underline hover:underline-offset-4">
          {title}
        </Link>
      </Heading>
      <p lang={langOf(lang)} dir="auto" className="max-w-prose wrap-anywhere whitespace-pre-line">
        {body}
      </p>
      <Points review={review} locale={locale} />
      <Photos review={review} locale={locale} />
      <Writer review={review} locale={locale} />
      {answer && (
        <section className="mt-1 grid gap-1.5 rounded-lg bg-accent-soft p-4">
          <p className="text-sm font-semibold text-accent-ink">{t('answer', { brand })}</p>
          <p dir="auto" className="max-w-prose wrap-anywhere whitespace-pre-line">
            {answer.body}
          </p>
          <p className="text-sm text-muted">
            <DateTime at={answer.at} locale={locale} />
          </p>
        </section>
      )}
      {children}
    </article>
  );
}

type Part = { review: ShownReview; locale: Locale };

function Points({ review: { pros, cons, lang }, locale }: Part) {
  const t = translator(locale, 'reviews');
  const lists = [
    { label: t('pros'), points: pros, sign: '+' },
    { label: t('cons'), points: cons, sign: '−' },
  ].filter(({ points }) => points.length > 0);
  if (lists.length === 0) return null;
  return (
    <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {lists.map(({ label, points, sign }) => (
        <div key={label} className="min-w-0">
          <p className="text-sm font-semibold">{label}</p>
          <ul lang={langOf(lang)} className="grid gap-0.5">
            {points.map((point, at) => (
              <li key={at} className="grid grid-cols-[1rem_minmax(0,1fr)] wrap-anywhere">
                <span aria-hidden className="text-muted">
                  {sign}
                </span>
                <span dir="auto">{point}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Photos({ review: { photos, member }, locale }: Part) {
  const t = translator(locale, 'reviews');
  if (photos.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {photos.map(({ path, file: { width, height } }, at) => (
        <li key={path}>
          <a href={path} className="block overflow-hidden rounded-lg ring-1 ring-line">
            <img
              src={path}
              alt={t('photo', { number: at + 1, name: member.name })}
              width={width}
              height={height}
              loading="lazy"
              decoding="async"
              className="size-24 object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Writer({ review: { member, release, createdAt, editedAt }, locale }: Part) {
  const t = translator(locale, 'reviews');
  return (
    <Speaker member={member} locale={locale}>
      <span>{t('owner')}</span>
      {release && (
        <span>
          · <bdi>{t('on', { version: release.version })}</bdi>
        </span>
      )}
      <span>
        · <DateTime at={createdAt} locale={locale} />
        {editedAt && ` (${t('edited')})`}
      </span>
    </Speaker>
  );
}
