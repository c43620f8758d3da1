import type { Metadata } from 'next';

import { ProfilePage } from '@/components/members/profile-page';
import { JsonLd } from '@/components/seo/json-ld';
import { Missing } from '@/components/shell/missing';
import { env } from '@/lib/core/env';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { publicBrand } from '@/lib/web/brand';

import { profilePage } from './data';

type Props = { params: Promise<{ locale: string; handle: string }> };

export function generateStaticParams() {
  return [{ handle: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  const profile = asked && (await profilePage(asked.handle));
  if (!profile) return missingMetadata();
  const { locale } = asked;
  const description =
    profile.bio ||
    translator(locale, 'members')('profile.description', {
      name: profile.name,
      brand: (await publicBrand()).name[locale],
    });
  return pageMetadata({ locale, path: paths.member(profile.handle), title: profile.name, description });
}

export default async function MemberPage({ params }: Props) {
  const asked = await pageParams(params);
  const profile = asked && (await profilePage(asked.handle));
  if (!profile) return <Missing />;
  const { locale } = asked;
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
