import type { Metadata } from 'next';

import { ProfilePage } from '@/components/members/profile-page';
import { JsonLd } from '@/components/seo/json-ld';
import { Missing } from '@/components/shell/missing';
import { brand } from '@/lib/core/brand';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { inLocale, paths } from '@/lib/core/paths';
import { translator } from '@/lib/web/i18n';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';

import { profilePage } from './data';

type Props = { params: Promise<{ locale: Locale; handle: string }> };

export function generateStaticParams() {
  return [{ handle: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, handle } = await params;
  const profile = await profilePage(decodeURIComponent(handle));
  if (!profile) return missingMetadata();
  const description = profile.bio || translator(locale, 'members')('profile.description', { name: profile.name, brand: brand.name });
  return pageMetadata({ locale, path: paths.member(profile.handle), title: profile.name, description });
}

export default async function MemberPage({ params }: Props) {
  const { locale, handle } = await params;
  const profile = await profilePage(decodeURIComponent(handle));
  if (!profile) return <Missing />;
  const { name, bio, createdAt } = profile;
  const person = { '@type': 'Person', name, alternateName: profile.handle, description: bio || undefined };
  const url = `${env.PUBLIC_URL}${inLocale(locale, paths.member(profile.handle))}`;
  return (
    <>
      <JsonLd data={{ '@type': 'ProfilePage', dateCreated: createdAt.toISOString(), url, mainEntity: person }} />
      <ProfilePage locale={locale} profile={profile} />
    </>
  );
}
