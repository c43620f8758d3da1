import type { Metadata } from 'next';

import { ReportView } from '@/components/drops/report/report-view';
import { Missing } from '@/components/shell/missing';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { dropPage, reportPage } from '../../data';

type Props = { params: Promise<{ locale: string; slug: string }> };

export function generateStaticParams() {
  return [{ slug: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  const drop = asked && (await dropPage(asked.slug));
  if (!drop) return missingMetadata();
  const { locale, slug } = asked;
  const t = translator(locale, 'drops');
  const title = localText(locale, drop.title, drop.titleZh);
  return pageMetadata({
    locale,
    path: paths.dropReport(slug),
    title: t('report.title', { title }),
    description: t('report.metaLead', { title }),
    image: drop.product.images[0]?.path ?? undefined,
  });
}

// There from the announcement on, so that its address can be given before: until the drop is over it says that it comes.
export default async function DropReportPage({ params }: Props) {
  const asked = await pageParams(params);
  const [drop, report] = asked ? await Promise.all([dropPage(asked.slug), reportPage(asked.slug)]) : [null, null];
  if (!asked || !drop || !report) return <Missing />;
  return <ReportView drop={drop} page={report} locale={asked.locale} />;
}
