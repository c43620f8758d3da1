'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** A key that was just made, to be copied: it is shown to nobody again. */
export function NewKey({ secret }: { secret: string }) {
  const t = useTranslations('api.new');
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <Notice
      tone="accent"
      title={t('title')}
      className="mb-5"
      action={
        <Button size="sm" onClick={copy} icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}>
          {copied ? t('copied') : t('copy')}
        </Button>
      }
    >
      <code data-secret className="font-mono break-all select-all">
        {secret}
      </code>
      <p className="mt-1">{t('hint')}</p>
    </Notice>
  );
}
