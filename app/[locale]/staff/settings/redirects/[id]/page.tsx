import { notFound } from 'next/navigation';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DeleteRedirect } from '@/components/redirects/staff/delete-redirect';
import { RedirectForm } from '@/components/redirects/staff/redirect-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { readableAddress } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getRedirect } from '@/lib/redirects/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const instant = false;

const enter = () => requirePermission('redirects.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale } = (await decodedParams(params)) ?? notFound();
  await enter();
  return memberMetadata(translator(locale, 'redirects')('one'));
});

export default pageOrMissing(async function StaffRedirectPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const now = reading(await enter());
  const redirect = isUuid(id) ? await getRedirect(now, { id }) : null;
  if (!redirect) notFound();
  const { fromPath, to, version } = redirect;
  const t = translator(locale, 'redirects');
  const list = { label: t('title'), href: inLocale(locale, paths.staff('settings', 'redirects')) };
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={<bdi className="wrap-anywhere">{fromPath}</bdi>}
        breadcrumbs={<Breadcrumbs label={t('title')} items={[list, { label: t('one') }]} />}
        className="mb-0"
      />
      <Card>
        <RedirectForm
          key={version}
          redirect={{ id, from: fromPath, to: readableAddress(to), version }}
          locale={locale}
        />
      </Card>
      <DeleteRedirect id={id} version={version} locale={locale} />
    </div>
  );
});
