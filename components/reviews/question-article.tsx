import type { ReactNode } from 'react';

import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { langOf, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { questionPath } from '@/lib/reviews/choices/question-paths';
import type { ShownQuestion } from '@/lib/reviews/queries';

import { Speaker } from './speaker';

type Props = {
  question: ShownQuestion;
  /** The product's name in its address. */
  handle: string;
  brand: string;
  locale: Locale;
  level?: 'h2' | 'h3';
  /** What stands below an answer. */
  below?: (post: Post) => ReactNode;
  children?: ReactNode;
};

type Post = ShownQuestion['posts'][number];

/** A shopper's question with what owners, the brand and the asker said to it. */
export function QuestionArticle({ question, handle, brand, locale, level: Heading = 'h3', below, children }: Props) {
  const { id, body, lang, member, createdAt, posts } = question;
  return (
    <article className="grid min-w-0 gap-4 p-5 sm:p-6">
      <div className="grid gap-1.5">
        <Heading lang={langOf(lang)} dir="auto" className="max-w-prose font-semibold wrap-anywhere whitespace-pre-line">
          <Link href={inLocale(locale, questionPath(handle, id))} className="hover:underline hover:underline-offset-4">
            {body}
          </Link>
        </Heading>
        <By member={member} at={createdAt} locale={locale} />
      </div>
      {posts.length > 0 && (
        <ul className="grid gap-4 border-s-2 border-line ps-4">
          {posts.map((post) => (
            <li key={post.id} className="grid min-w-0 gap-1.5">
              <p lang={langOf(post.lang)} dir="auto" className="max-w-prose wrap-anywhere whitespace-pre-line">
                {post.body}
              </p>
              <By member={post.member} at={post.createdAt} kind={post.kind} brand={brand} locale={locale} />
              {below?.(post)}
            </li>
          ))}
        </ul>
      )}
      {children}
    </article>
  );
}

type ByProps = { member: ShownQuestion['member']; at: Date; kind?: Post['kind']; brand?: string; locale: Locale };

function By({ member, at, kind, brand, locale }: ByProps) {
  const t = translator(locale, 'reviews');
  return (
    <Speaker member={member} locale={locale}>
      {kind === 'BRAND' && <Badge tone="accent">{t('questions.byBrand', { brand: brand ?? '' })}</Badge>}
      {kind === 'OWNER' && <span>{t('owner')}</span>}
      {kind === 'FOLLOW_UP' && <span>{t('questions.byAsker')}</span>}
      <span>
        · <DateTime at={at} locale={locale} />
      </span>
    </Speaker>
  );
}
