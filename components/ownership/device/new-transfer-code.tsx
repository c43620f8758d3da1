'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { absoluteWords } from '@/components/ui/time-words';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

export type MadeCode = { code: string; expiresAt: string };

/** A code that was just made, to be copied alone or as a link: it is shown to nobody again. */
export function NewTransferCode({ made: { code, expiresAt }, locale }: { made: MadeCode; locale: Locale }) {
  const t = useTranslations('ownership.passOn');
  const [copied, setCopied] = useState<'code' | 'link' | null>(null);
  const shown = code.replace(/(.{4})(?=.)/g, '$1-');
  const link = () => new URL(inLocale(locale, paths.owned('receive', code)), location.origin).href;
  const copy = (what: 'code' | 'link') =>
    void navigator.clipboard.writeText(what === 'code' ? shown : link()).then(() => setCopied(what));
  return (
    <Notice tone="accent" title={t('codeTitle')}>
      <code data-secret className="block py-1 font-mono text-subheading font-semibold break-all select-all">
        {shown}
      </code>
      <p>{t('codeHint', { day: absoluteWords(Date.parse(expiresAt), locale, { dateStyle: 'medium' }) })}</p>
      <p className="mt-3 flex flex-wrap gap-2">
        {(['code', 'link'] as const).map((what) => (
          <Button
            key={what}
            size="sm"
            onClick={() => copy(what)}
            icon={copied === what ? <Check aria-hidden /> : <Copy aria-hidden />}
          >
            {copied === what ? t('copied') : what === 'code' ? t('copy') : t('copyLink')}
          </Button>
        ))}
      </p>
    </Notice>
  );
}
