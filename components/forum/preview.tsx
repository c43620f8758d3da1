'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { postJson } from '@/components/ask-server';
import { useProblem } from '@/components/forms/form-context';
import { Prose } from '@/components/ui/prose';
import { SkeletonLines } from '@/components/ui/skeleton';
import { api } from '@/lib/core/paths';
import type { Problem } from '@/lib/web/outcome';

/** What the words will look like, made by the renderer that will keep them. */
export function Preview({ words }: { words: string }) {
  const t = useTranslations('forum');
  const [html, setHtml] = useState<string | null>(null);
  const say = useProblem();
  const [failed, setFailed] = useState<Problem | null>(null);
  useEffect(() => {
    let gone = false;
    void ask(words).then((answer) => {
      if (gone) return;
      setFailed('html' in answer ? null : answer);
      setHtml('html' in answer ? answer.html : '');
    });
    return () => void (gone = true);
  }, [words]);
  return (
    <div className="min-h-40 rounded-md border border-line bg-surface px-4 py-3">
      {html === null ? (
        <SkeletonLines lines={3} />
      ) : failed ? (
        <p role="alert" className="text-danger">
          {failed.code === 'failed' ? t('write.previewFailed') : say(failed)}
        </p>
      ) : html ? (
        <Prose sanitizedHtml={html} />
      ) : (
        <p className="text-muted">{t('write.nothing')}</p>
      )}
    </div>
  );
}

async function ask(body: string): Promise<{ html: string } | Problem> {
  const answer = await postJson<{ html: string; error?: string; values?: Problem['values'] }>(api('preview'), { body });
  return answer?.ok ? answer.body : { code: answer?.body.error ?? 'failed', values: answer?.body.values };
}
