import { env } from '@/lib/core/env';
import { type Locale, localeFrom, messageLocale } from '@/lib/core/locale';
import { textOf } from '@/lib/core/sanitize';
import { cutTo } from '@/lib/core/fields';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { Author, PostView, ThreadPage } from '@/lib/forum/queries';

const mostWords = 5_000;

/** A thread as search engines read it: what is hidden is not in it. */
export function threadData(page: ThreadPage, locale: Locale): Record<string, unknown> {
  const url = `${env.PUBLIC_URL}${inLocale(locale, paths.thread(page))}`;
  const opening = page.posts.find(({ number }) => number === 1);
  const replies = page.posts.filter(({ number, hidden }) => number > 1 && !hidden);
  return {
    '@type': 'DiscussionForumPosting',
    '@id': url,
    url,
    headline: page.title,
    text: opening ? cutTo(textOf(opening.html), mostWords) : page.excerpt,
    inLanguage: messageLocale(localeFrom(page.lang)),
    datePublished: page.createdAt.toISOString(),
    dateModified: page.lastPostAt.toISOString(),
    author: person(page.author, locale),
    commentCount: page.replies,
    ...(opening && { interactionStatistic: likes(opening.votes) }),
    comment: replies.map((post) => comment(post, url, locale)),
  };
}

function comment(post: PostView, url: string, locale: Locale) {
  return {
    '@type': 'Comment',
    url: `${url}#post-${post.number}`,
    text: cutTo(textOf(post.html), mostWords),
    datePublished: post.createdAt.toISOString(),
    ...(post.author && { author: person(post.author, locale) }),
    interactionStatistic: likes(post.votes),
  };
}

const person = ({ name, handle }: Author, locale: Locale) => ({
  '@type': 'Person',
  name,
  ...(handle && { url: `${env.PUBLIC_URL}${inLocale(locale, paths.member(handle))}` }),
});

const likes = (count: number) => ({
  '@type': 'InteractionCounter',
  interactionType: 'https://schema.org/LikeAction',
  userInteractionCount: count,
});
