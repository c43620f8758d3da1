import { useTranslations } from 'use-intl';

import { Card, SectionHead } from '@/components/ui/card';
import type { StartWords } from '@/lib/brand/choices/start-parts';
import type { Locale } from '@/lib/core/locale';

const steps = ['talk', 'triage', 'release', 'drop'] as const;

/** The words of the start page where they are read, without what the page lists. */
export function StartPreview({ said, language }: { said: StartWords; language: Locale }) {
  const t = useTranslations('ownWords');
  return (
    <Card as="section" look="sunken" aria-labelledby="preview" aria-live="polite">
      <SectionHead id="preview" title={t('previewTitle')} />
      <div
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        className="grid gap-6 rounded-xl border border-line bg-paper p-5 wrap-anywhere sm:p-7"
      >
        <div>
          <p className="font-display text-title break-keep">{said.heading}</p>
          <p className="mt-2 text-muted">{said.lead}</p>
          <p className="mt-4 flex flex-wrap gap-2 text-sm font-semibold">
            <span className="rounded-lg bg-accent px-3 py-1.5 text-on-accent">{said.join}</span>
            <span className="rounded-lg border border-line-strong px-3 py-1.5">{said.seeDrops}</span>
          </p>
        </div>
        <p className="flex flex-wrap gap-x-6 gap-y-1 font-display text-subheading font-semibold">
          <span>{said.dropNow}</span>
          <span>{said.dropNext}</span>
        </p>
        <div>
          <p className="font-display text-subheading font-semibold">{said.loopTitle}</p>
          <ol className="mt-3 grid gap-x-5 gap-y-4 sm:grid-cols-2">
            {steps.map((step) => (
              <li key={step} className="border-t-2 border-accent pt-2 text-[0.9375rem]">
                <p className="font-semibold">{said[step]}</p>
                <p className="text-muted">{said[`${step}Body`]}</p>
              </li>
            ))}
          </ol>
        </div>
        <List title={said.shipped} lead={said.shippedLead} />
        <List title={said.ideas} lead={said.ideasLead} />
        <List title={said.threads} />
        <List title={said.products} />
        <p className="border-t border-line pt-3 text-sm text-muted">
          <bdi>{said.title}</bdi>
        </p>
      </div>
    </Card>
  );
}

function List({ title, lead }: { title: string; lead?: string }) {
  return (
    <div>
      <p className="font-display text-subheading font-semibold">{title}</p>
      {lead && <p className="text-[0.9375rem] text-muted">{lead}</p>}
    </div>
  );
}
