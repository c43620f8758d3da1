'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { postJson } from '@/components/ask-server';
import { Prose } from '@/components/ui/prose';
import { SkeletonLines } from '@/components/ui/skeleton';
import { api } from '@/lib/core/paths';

/** What the words will look like, made by the renderer that will keep them. */
export function Preview({ words }: { words: string }) {
  const t = useTranslations('forum');
  const [html, setHtml] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    void ask(words).then((answer) => {
      if (gone) return;
      setFailed(answer === null);
      setHtml(answer ?? '');
    });
    return () => void (gone = true);
  }, [words]);
  return (
    <div className="min-h-40 rounded-md border border-line bg-surface px-4 py-3">
      {html === null ? <SkeletonLines lines={3} /> : failed ? <p role="alert" className="text-danger">{t('write.previewFailed')}</p> : html ? <Prose sanitizedHtml={html} /> : <p className="text-muted">{t('write.nothing')}</p>}
    </div>
  );
}


async function ask(body: string): Promise<string | null> {
  const told = await postJson<{ html: string }>(api('preview'), { body });
  return told?.ok ? told.body.html : null;
}
