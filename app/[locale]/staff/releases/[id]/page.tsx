import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ReleaseForm } from '@/components/feedback/release-form';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getStaffRelease } from '@/lib/feedback/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findRelease = cache(
  async (id: string) =>
    (await getStaffRelease(reading(await requirePermission('feedback.release')), { id })) ?? notFound(),
);

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findRelease(id);
  return memberMetadata(translator(locale, 'feedback')('releasesStaff.title'));
});

export default pageOrMissing(async function StaffReleasePage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const release = await findRelease(id);
  const t = translator(locale, 'feedback');
  const list = inLocale(locale, paths.staff('releases'));
  const name = `${localText(locale, release.product.title, release.product.titleZh)} ${release.version}`;
  const published = release.publishedAt !== null;
  return (
    <div className="page pb-16">
      <PageHeader
        title={localText(locale, release.title, release.titleZh)}
        meta={
          <>
            <span>
              <bdi>{name}</bdi>
            </span>
            {!published && <Badge tone="straw">{t('releasesStaff.draft')}</Badge>}
          </>
        }
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumb')}
            items={[{ href: list, label: t('releasesStaff.title') }, { label: name }]}
          />
        }
        actions={
          published && (
            <ButtonLink href={inLocale(locale, paths.release(release.slug))}>{t('releasesStaff.see')}</ButtonLink>
          )
        }
      />
      <Card>
        <ReleaseForm key={release.revision} locale={locale} draft={{ ...release, name, published }} />
      </Card>
    </div>
  );
});
