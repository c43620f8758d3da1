import { useTranslations } from 'use-intl';

import { Card, SectionHead } from '@/components/ui/card';
import type { Locale } from '@/lib/core/locale';
import type { MailPreview } from '@/lib/notifications/mail-texts/mail-preview';

/** A mail filled with examples, as its reader sees it. */
export function MailTextPreview({ preview, language }: { preview: MailPreview; language: Locale }) {
  const t = useTranslations('notifications.mailTexts');
  const words = useTranslations('ownWords');
  const { subject, heading, greeting, paragraphs, code, button, footer } = preview;
  return (
    <Card as="section" look="sunken" aria-labelledby="preview" aria-live="polite">
      <SectionHead id="preview" title={words('previewTitle')} lead={words('previewLead')} />
      <p className="mb-3 text-[0.9375rem] wrap-anywhere">
        <span className="text-muted">{t('subject')}: </span>
        <bdi lang={language} className="font-medium">
          {subject}
        </bdi>
      </p>
      <div lang={language} className="grid gap-3.5 rounded-xl border border-line bg-raised p-5 wrap-anywhere sm:p-7">
        <p className="text-heading">{heading}</p>
        {[greeting, ...paragraphs].map((text, at) => (
          <p key={at} className="leading-relaxed whitespace-pre-line">
            {text}
          </p>
        ))}
        {code && <p className="rounded-lg bg-accent-soft py-3 text-center text-heading tracking-[0.3em]">123456</p>}
        {button && (
          <p>
            <span className="inline-block rounded-lg bg-ink px-5 py-2.5 font-semibold text-paper">{button}</span>
          </p>
        )}
      </div>
      <p lang={language} className="mt-3 px-2 text-sm wrap-anywhere text-muted">
        {footer}
      </p>
    </Card>
  );
}
