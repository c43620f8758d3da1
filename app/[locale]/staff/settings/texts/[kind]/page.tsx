import { notFound } from 'next/navigation';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { MailTextForm } from '@/components/notifications/staff/mail-text-form';
import { MailTextHistory } from '@/components/notifications/staff/mail-text-history';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { reading } from '@/lib/core/context';
import { isLocale, locales, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { getMailText } from '@/lib/flows/notifications/mail-texts';
import { kindOfAddress } from '@/lib/notifications/choices/mail-parts';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale; kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('notifications.editTexts');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale } = (await decodedParams(params)) ?? notFound();
  await enter();
  return memberMetadata(translator(locale, 'notifications')('mailTexts.one'));
});

export default pageOrMissing(async function StaffMailTextPage({ params, searchParams }: Props) {
  const { locale, kind: address } = (await pageParams(params)) ?? notFound();
  const now = reading(await enter());
  const { language: asked } = await pageQuery(searchParams);
  const language = asked && isLocale(asked) ? asked : locale;
  const kind = kindOfAddress(address);
  const text = (await getMailText(now, { kind, language })) ?? notFound();
  const t = translator(locale, 'notifications');
  const here = inLocale(locale, paths.staff('settings', 'texts', address));
  const list = { label: t('mailTexts.title'), href: inLocale(locale, paths.staff('settings', 'texts')) };
  const { subject } = text.preview;
  const when = t(`mailKinds.when.${kind}` as 'mailKinds.groups.news');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={<bdi lang={language}>{subject}</bdi>}
        lead={[when, t(text.own ? 'mailTexts.isOwn' : 'mailTexts.isBuiltIn')].join(locale === 'zh' ? '' : ' ')}
        breadcrumbs={<Breadcrumbs label={t('mailTexts.title')} items={[list, { label: subject }]} />}
        className="mb-0! pb-0!"
      />
      <TabLinks
        label={t('mailTexts.language')}
        items={locales.map((each) => ({
          href: withQuery(here, { language: each }),
          label: t(`mailTexts.languages.${each}`),
          current: each === language,
        }))}
      />
      <MailTextForm key={`${language} ${text.shown}`} kind={kind} language={language} text={text} />
      <MailTextHistory kind={kind} language={language} text={text} locale={locale} />
    </div>
  );
});
