import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { MailTextForm } from '@/components/notifications/staff/mail-text-form';
import { MailTextHistory } from '@/components/notifications/staff/mail-text-history';
import { NoticeTextView } from '@/components/notifications/staff/notice-text-view';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { LanguageTabs } from '@/components/staff/language-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { reading, type Reading } from '@/lib/core/context';
import { isLocale, messageLocale, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getMailText } from '@/lib/flows/notifications/mail-texts';
import { getNoticeText } from '@/lib/flows/notifications/notice-texts';
import { kindOfAddress } from '@/lib/notifications/choices/mail-parts';
import { bellOf, everyMail } from '@/lib/notifications/choices/notice-parts';
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

export default pageOrMissing(async function StaffTextPage({ params, searchParams }: Props) {
  const { locale, kind: address } = (await pageParams(params)) ?? notFound();
  const now = reading(await enter());
  const { language: asked } = await pageQuery(searchParams);
  const language = asked && isLocale(asked) ? asked : locale;
  const { title, lang, when, own, content } =
    (await shown(now, kindOfAddress(address), language, locale)) ?? notFound();
  const t = translator(locale, 'notifications');
  const words = translator(locale, 'ownWords');
  const here = inLocale(locale, paths.staff('settings', 'texts', address));
  const list = { label: t('mailTexts.title'), href: inLocale(locale, paths.staff('settings', 'texts')) };
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={<bdi lang={lang}>{title}</bdi>}
        lead={[when, words(own ? 'isOwn' : 'isBuiltIn')].join(locale === 'zh' ? '' : ' ')}
        breadcrumbs={<Breadcrumbs label={t('mailTexts.title')} items={[list, { label: title }]} />}
        className="mb-0! pb-0!"
      />
      <LanguageTabs here={here} language={language} locale={locale} />
      {content}
    </div>
  );
});

type Shown = { title: string; lang?: string; when: string; own: boolean; content: ReactNode };

async function shown(now: Reading, kind: string, language: Locale, locale: Locale): Promise<Shown | null> {
  const isNotice = kind === everyMail || bellOf(kind) !== null;
  return isNotice ? noticeShown(now, kind, language, locale) : mailShown(now, kind, language, locale);
}

async function mailShown(now: Reading, kind: string, language: Locale, locale: Locale): Promise<Shown | null> {
  const text = await getMailText(now, { kind, language });
  const t = translator(locale, 'notifications');
  return (
    text && {
      title: text.preview.subject,
      lang: messageLocale(language),
      when: t(`mailKinds.when.${kind}` as 'mailKinds.groups.news'),
      own: text.own,
      content: (
        <>
          <MailTextForm key={`${language} ${text.shown}`} kind={kind} language={language} text={text} />
          <MailTextHistory kind={kind} language={language} text={text} locale={locale} />
        </>
      ),
    }
  );
}

async function noticeShown(now: Reading, kind: string, language: Locale, locale: Locale): Promise<Shown | null> {
  const text = await getNoticeText(now, { kind, language });
  const t = translator(locale, 'notifications');
  return (
    text && {
      ...('mail' in text.preview
        ? { title: t('noticeTexts.everyMail') }
        : { title: text.preview.sentence, lang: messageLocale(language) }),
      when: t(kind === everyMail ? 'noticeTexts.everyMailLead' : 'noticeTexts.bellLead'),
      own: text.own,
      content: <NoticeTextView kind={kind} language={language} text={text} locale={locale} />,
    }
  );
}
