'use client';

import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { useTranslations } from 'use-intl';

import { useProblem } from '@/components/forms/form-context';
import { sendPicture } from '@/components/forms/send-picture';
import { toast } from '@/components/ui/toaster';

import { newMark } from './upload-marks';

type Put = (change: (before: string) => string) => void;

/** Brings pictures in: each stands as a note in the text until it has arrived, then as the picture. What is no picture is said. */
export function useUpload(put: Put, insert: (words: string) => void) {
  const t = useTranslations('forum');
  const say = useProblem();
  const [uploading, setUploading] = useState(0);
  const [failed, setFailed] = useState(0);
  const bring = async (file: File) => {
    const mark = newMark(t('write.uploading', { count: 1 }));
    insert(`${mark}\n`);
    setUploading((count) => count + 1);
    const answer = await sendPicture(file);
    if ('url' in answer) put((before) => before.replace(mark, () => `![${nameOf(file)}](${answer.url})`));
    else {
      put((before) => before.replace(`${mark}\n`, '').replace(mark, ''));
      setFailed((count) => count + 1);
      toast.error(answer.code === 'failed' ? t('write.uploadFailed') : say(answer));
    }
    setUploading((count) => count - 1);
  };
  const take = (files: Iterable<File>) => {
    const all = [...files];
    const pictures = all.filter((file) => file.type.startsWith('image/'));
    pictures.forEach((file) => void bring(file));
    if (pictures.length < all.length)
      toast.error(t('write.notPicture', { name: all.find((file) => !pictures.includes(file))?.name ?? '' }));
    return all.length > 0;
  };
  return { uploading, failed, take };
}

/**
 * Lets the form of a field wait for pictures on their way: it is sent when the last has arrived, unless one of them failed;
 * then the member decides. Returns whether it waits.
 */
export function useSendWhenArrived(
  field: RefObject<HTMLTextAreaElement | null>,
  { uploading, failed }: { uploading: number; failed: number },
): boolean {
  const [waiting, setWaiting] = useState<{ button: HTMLElement | null; failed: number } | null>(null);
  const hold = useEffectEvent((event: SubmitEvent) => {
    if (uploading === 0) return;
    // Before React hears of it.
    event.preventDefault();
    event.stopImmediatePropagation();
    setWaiting({ button: event.submitter, failed });
  });
  useEffect(() => {
    const form = field.current?.form;
    const listen = (event: SubmitEvent) => hold(event);
    form?.addEventListener('submit', listen);
    return () => form?.removeEventListener('submit', listen);
  }, [field]);
  const arrived = useEffectEvent(() => {
    if (!waiting) return;
    setWaiting(null);
    if (waiting.failed === failed)
      field.current?.form?.requestSubmit(waiting.button?.isConnected ? waiting.button : null);
  });
  useEffect(() => {
    if (uploading === 0) arrived();
  }, [uploading]);
  return waiting !== null;
}

const nameOf = (file: File) =>
  // By whole characters: half of an emoji would be sent as none.
  [
    ...file.name
      .replace(/\.[^.]*$/, '')
      .replace(/[[\]()\\!`*_<>]/g, ' ')
      .trim(),
  ]
    .slice(0, 80)
    .join('');
