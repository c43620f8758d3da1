'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

import { Prose } from '@/components/ui/prose';

import { changesBetween } from './changes';

/** One version of a post: against the one before it, what came and what went; the first as it was. */
export function HistoryVersion({ html, before }: { html: string; before?: string }) {
  const t = useTranslations('forum');
  const changes = useMemo(() => (before === undefined ? null : changesBetween(before, html)), [before, html]);
  if (!changes) return <Prose sanitizedHtml={html} compact />;
  if (changes.every(({ kind }) => kind === 'same'))
    return <p className="text-[0.9375rem] text-muted">{t('history.onlyForm')}</p>;
  return (
    <p dir="auto" className="text-[0.9375rem] whitespace-pre-wrap [overflow-wrap:anywhere]">
      {changes.map(({ kind, words }, at) => {
        if (kind === 'same') return <span key={at}>{words}</span>;
        const Tag = kind === 'added' ? 'ins' : 'del';
        const look =
          kind === 'added'
            ? 'bg-positive-soft text-positive decoration-1 underline-offset-3'
            : 'bg-danger-soft text-danger';
        return (
          <Tag key={at} className={`rounded-sm ${look}`}>
            <span className="sr-only">{t(`history.${kind}`)} </span>
            {words}
          </Tag>
        );
      })}
    </p>
  );
}
