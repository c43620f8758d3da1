import { Avatar } from '@/components/ui/avatar';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Wheat } from '@/components/ui/icons';
import { Link, TextLink } from '@/components/ui/link';
import { Mark } from '@/components/ui/mark';
import { RelativeTime } from '@/components/ui/relative-time';
import { translator } from '@/lib/core/i18n';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ProfileView } from '@/lib/flows/members/read-profile';

import { OwnProfileLink } from './own-profile-link';
import { TrustBadge } from './trust-rule';

type Props = { locale: Locale; profile: ProfileView };

/** A member's public page. */
export function ProfilePage({ locale, profile }: Props) {
  return (
    <div className="page max-w-5xl pb-16">
      <ProfileHead locale={locale} profile={profile} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <LatestPosts locale={locale} profile={profile} />
        {profile.credits.length > 0 && <Credits locale={locale} profile={profile} />}
      </div>
    </div>
  );
}

function ProfileHead({ locale, profile }: Props) {
  const t = translator(locale, 'members');
  const { name, handle, avatar, bio, trust, owner, staff, source, createdAt } = profile;
  return (
    <header className="flex flex-wrap items-start gap-x-7 gap-y-5 py-8 sm:py-12">
      <Avatar name={name} src={avatar} size="xl" />
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-title">
          <bdi className="wrap-anywhere">{name}</bdi>
          {staff && <Mark kind="staff">{t('profile.staff')}</Mark>}
          {owner && <Mark kind="owner">{t('profile.owner')}</Mark>}
        </h1>
        <p className="text-muted">@{handle}</p>
        {bio && (
          <p dir="auto" className="mt-3 max-w-[37em] whitespace-pre-line wrap-anywhere text-lead">
            {bio}
          </p>
        )}
        <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-[0.9375rem] text-muted">
          <TrustBadge locale={locale} trust={trust} />
          <span>{t.rich('profile.joined', { at: dateIn(locale, createdAt) })}</span>
          {source && <span>{t('profile.imported')}</span>}
        </p>
      </div>
      <OwnProfileLink locale={locale} handle={handle} />
    </header>
  );
}

function LatestPosts({ locale, profile: { posts, name } }: Props) {
  const t = translator(locale, 'members');
  if (posts.length === 0)
    return (
      <EmptyState title={t('profile.noPosts')} compact>
        {t('profile.noPostsBody', { name })}
      </EmptyState>
    );
  return (
    <section aria-labelledby="latest">
      <SectionHead title={t('profile.posts')} id="latest" />
      <ul className="divide-y divide-line">
        {posts.map((post) => (
          <li key={post.id}>
            <Link
              href={inLocale(locale, paths.post(post.thread, post.number))}
              prefetch={false}
              className="group block py-4"
            >
              <span lang={langOf(post.thread.lang)} className="block">
                <span dir="auto" className="block font-semibold wrap-anywhere group-hover:underline">
                  {post.thread.title}
                </span>
                <span dir="auto" className="mt-1 line-clamp-2 block text-muted wrap-anywhere">
                  {post.excerpt}
                </span>
              </span>
              <span className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
                <span>
                  {t(post.number === 1 ? 'profile.started' : 'profile.replied', {
                    board: localText(locale, post.thread.board.name, post.thread.board.nameZh),
                  })}
                </span>
                <RelativeTime at={post.createdAt.toISOString()} locale={locale} />
                {post.votes > 0 && (
                  <span className="numerals inline-flex items-center gap-1.5">
                    <Wheat aria-hidden className="size-4" />
                    {t('profile.votes', { count: post.votes })}
                  </span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Credits({ locale, profile: { credits } }: Props) {
  const t = translator(locale, 'members');
  return (
    <Card as="section" look="accent" aria-labelledby="credits">
      <SectionHead title={t('profile.credits')} id="credits" level={3} />
      <ul className="grid gap-3.5">
        {credits.map(({ key, reason, release, idea }) => (
          <li key={key}>
            <TextLink href={inLocale(locale, paths.release(release.slug))}>
              {localText(locale, release.title, release.titleZh)}
            </TextLink>
            {idea && (
              <span className="block text-sm text-muted">
                {t(reason === 'IDEA' ? 'profile.creditIdea' : 'profile.creditReport', { title: idea.title })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function dateIn(locale: Locale, at: Date) {
  return () => <DateTime key="at" at={at.toISOString()} locale={locale} />;
}
