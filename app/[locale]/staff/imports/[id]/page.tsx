import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { RunOutcome } from '@/components/imports/staff/run-outcome';
import { RunProgress } from '@/components/imports/staff/run-progress';
import { RunReport } from '@/components/imports/staff/run-report';
import { headingOf, stateOf } from '@/components/imports/staff/run-words';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DateTime } from '@/components/ui/date-time';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getImportRun } from '@/lib/imports/queries/runs';
import { hasSomething, readReport } from '@/lib/imports/report';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const instant = false;

const find = cache(async (id: string) => {
  const actor = await requirePermission('imports.keep');
  return (await getImportRun(reading(actor), { id })) ?? notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  return memberMetadata(headingOf(await find(id), locale));
});

/** One import: how far it is, or how it ended and what it says of itself. */
export default pageOrMissing(async function StaffImportPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const run = await find(id);
  const t = translator(locale, 'imports');
  const said = readReport(run.report);
  const report = said && hasSomething(said) ? said : null;
  const state = stateOf(run, locale);
  const { site } = run.input as { site?: string };
  const here = inLocale(locale, paths.staff('imports', run.id));
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={headingOf(run, locale)}
        breadcrumbs={
          <Breadcrumbs
            label={t('title')}
            items={[
              { label: t('title'), href: inLocale(locale, paths.staff('imports')) },
              { label: headingOf(run, locale) },
            ]}
          />
        }
        meta={
          <>
            <Badge tone={state.tone}>{state.word}</Badge>
            <DateTime at={run.askedAt} locale={locale} format="moment" />
            <span>
              {run.origin === 'TERMINAL'
                ? t('run.terminal')
                : t('run.by', { name: run.askedBy?.name ?? t('run.somebody') })}
            </span>
            {site && <bdi className="wrap-anywhere">{site}</bdi>}
          </>
        }
        className="mb-0! pb-0!"
      />
      {run.endedAt ? <RunOutcome run={run} locale={locale} /> : <RunProgress run={run} here={here} locale={locale} />}
      {report && run.state !== 'DONE' && <p className="text-sm text-muted">{t('run.partial')}</p>}
      {report && <RunReport report={report} rehearsal={run.rehearsal} locale={locale} />}
      {run.endedAt && !report && <p className="text-muted">{t('report.nothing')}</p>}
    </div>
  );
});
