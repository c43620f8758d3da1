'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useProblem } from '@/components/forms/form-context';
import { toast } from '@/components/ui/toaster';
import { api } from '@/lib/core/paths';
import type { Problem } from '@/lib/web/outcome';

type Put = (change: (before: string) => string) => void;

/** Brings pictures in: each stands as a note in the text until it has arrived, then as the picture. */
export function useUpload(put: Put, insert: (words: string) => void): { uploading: number; take: (files: Iterable<File>) => boolean } {
  const t = useTranslations('forum');
  const say = useProblem();
  const [uploading, setUploading] = useState(0);
  const bring = async (file: File) => {
    const mark = `![${t('write.uploading', { count: 1 })}](#${crypto.randomUUID().slice(0, 8)})`;
    insert(`${mark}\n`);
    setUploading((count) => count + 1);
    const answer = await send(file);
    if ('url' in answer) put((before) => before.replace(mark, `![${nameOf(file)}](${answer.url})`));
    else {
      put((before) => before.replace(`${mark}\n`, '').replace(mark, ''));
      toast.error(answer.code === 'failed' ? t('write.uploadFailed') : say(answer));
    }
    setUploading((count) => count - 1);
  };
  const take = (files: Iterable<File>) => {
    const pictures = [...files].filter((file) => file.type.startsWith('image/'));
    pictures.forEach((file) => void bring(file));
    return pictures.length > 0;
  };
  return { uploading, take };
}

async function send(file: File): Promise<{ url: string } | Problem> {
  try {
    const response = await fetch(api('upload'), { method: 'POST', body: file });
    const body = (await response.json()) as { url?: string; error?: string; values?: Problem['values'] };
    return response.ok && body.url ? { url: body.url } : { code: body.error ?? 'failed', values: body.values };
  } catch {
    return { code: 'failed' };
  }
}

const nameOf = (file: File) => file.name.replace(/\.[^.]*$/, '').replace(/[[\]()\\!`*_<>]/g, ' ').trim().slice(0, 80);
