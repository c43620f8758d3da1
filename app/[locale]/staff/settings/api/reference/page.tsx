import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ReferenceCall } from '@/components/api/staff/reference-call';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { buttonLook } from '@/components/ui/button-look';
import { Card, SectionHead } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { curlOf } from '@/lib/api/curl';
import type { Operation } from '@/lib/api/document';
import { exampleOf } from '@/lib/api/example';
import { limits } from '@/lib/api/limits';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { documentPath, openApi } from '@/lib/flows/api/openapi';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('api.manageKeys');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'apiReference')('title'));
});

/** Every call of the API, from the document that programs read. */
export default pageOrMissing(async function StaffApiReferencePage({ params }: Props) {
  const { locale } = await params;
  await enter();
  const t = translator(locale, 'apiReference');
  const keys = inLocale(locale, paths.staff('settings', 'api'));
  const calls = Object.entries(openApi().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs label={t('trail')} items={[{ label: t('back'), href: keys }, { label: t('title') }]} />
        }
        title={t('title')}
        lead={t('lead')}
        className="mb-0! pb-0!"
        actions={
          // No page of Next: a plain link.
          <a href={documentPath} className={buttonLook()}>
            {t('document')}
          </a>
        }
      />
      <Card as="section" aria-labelledby="start">
        <SectionHead id="start" title={t('start')} />
        <ul className="grid max-w-prose list-disc gap-2 ps-5">
          <li>{t('startKey')}</li>
          <li>{t('startErrors')}</li>
          <li>{t('startLimits', { reads: limits.read.count, writes: limits.write.count })}</li>
        </ul>
      </Card>
      {calls.map((call) => (
        <ReferenceCall
          key={call.operation.operationId}
          {...call}
          curl={curlOf(env.PUBLIC_URL, call.path, call.method, call.operation)}
          answers={answersOf(call.operation)}
          locale={locale}
        />
      ))}
    </div>
  );
});

// Of each status that is no refusal, what it is answered with.
function answersOf({ responses }: Operation): Record<string, string> {
  const said = Object.entries(responses).filter(([status]) => Number(status) < 300);
  return Object.fromEntries(
    said.flatMap(([status, { content }]) =>
      content ? [[status, JSON.stringify(exampleOf(content['application/json'].schema), null, 2)]] : [],
    ),
  );
}
