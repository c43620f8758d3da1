'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';

/** The six digits, large, with a button that takes them along. */
export function CopyCode({ code }: { code: string }) {
  const t = useTranslations('notifications.mailbox');
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(code).then(() => setCopied(true));
  return (
    <div className="mt-6 flex flex-wrap items-center justify-between gap-4 rounded-xl border border-accent/50 bg-accent-soft px-5 py-4">
      <p>
        <span className="me-3 text-muted">{t('code')}</span>
        <strong data-mail-code className="font-mono text-3xl tracking-[0.3em]">
          {code}
        </strong>
      </p>
      <Button onClick={copy} className="js-only" icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}>
        {copied ? t('copied') : t('copy')}
      </Button>
    </div>
  );
}
