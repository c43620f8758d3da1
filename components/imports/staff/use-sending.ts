import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { mostImportFiles } from '@/lib/imports/choices';

import { sendFile, type NotSent, type Sending } from './send-file';

type Say = { (code: string, values?: object): string; has(code: string): boolean };

/** Sends the files that a field has, one after another: how far that is, and in words what was not taken. */
export function useSending() {
  const t = useTranslations('imports.shop');
  const say = useTranslations('errors') as unknown as Say;
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const busy = useRef(false);
  const words = ({ code, values }: NotSent) =>
    code === 'lost' ? t('lost') : say.has(code) ? say(code, values) : say('failed');

  async function send(input: HTMLInputElement): Promise<void> {
    const files = [...(input.files ?? [])].slice(0, mostImportFiles);
    input.value = '';
    if (busy.current || files.length === 0) return;
    busy.current = true;
    setProblems([]);
    const found: string[] = [];
    for (const file of files) {
      const refused = await sendFile(file, setSending);
      if (refused) found.push(`${file.name}: ${words(refused)}`);
      if (refused?.code === 'lost') break;
    }
    setProblems(found);
    setSending(null);
    busy.current = false;
    router.refresh();
  }
  return { sending, problems, send };
}
