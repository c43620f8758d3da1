'use client';

import { useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { cx } from '@/components/ui/cx';
import { TextArea } from '@/components/ui/text-field';
import { bodyMost } from '@/lib/forum/schema';

import { useDraft } from './draft';
import { KeptText } from './kept-text';
import { EditorBar } from './editor-bar';
import { Preview } from './preview';
import { useSendWhenArrived, useUpload } from './upload';

type Props = {
  name?: string;
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  draftKey: string;
  initial?: string;
  base?: string;
  rows?: number;
  autoFocus?: boolean;
};
export type Wrap = { before: string; after: string; words: string };

/** Where a post is written: Markdown with its tools, pictures by paste, drop or choice, a preview, and a draft that survives. */
export function Editor({
  name = 'body',
  label,
  hideLabel,
  placeholder,
  draftKey,
  initial,
  base,
  rows = 5,
  autoFocus,
}: Props) {
  const t = useTranslations('forum');
  const {
    field: area,
    words,
    setWords,
    kept,
    stale,
    useStale,
  } = useDraft<HTMLTextAreaElement>(draftKey, { initial, base });
  const [previewing, setPreviewing] = useState(false);
  const { id, error } = useFormField(name);

  const insert = (added: string) =>
    setWords((before) => splice(area.current, before, (chosen) => (chosen ? `${chosen}\n${added}` : added)));
  const wrap = ({ before, after, words: filler }: Wrap) => {
    setWords((text) => splice(area.current, text, (chosen) => `${before}${chosen || filler}${after}`));
    area.current?.focus();
  };
  const { uploading, failed, take } = useUpload(setWords, insert);
  const waiting = useSendWhenArrived(area, { uploading, failed });

  const paste = (event: ClipboardEvent) => {
    const { files, types } = event.clipboardData;
    const wordsBeside = types.includes('text/plain') && ![...files].some((file) => file.type.startsWith('image/'));
    if (!wordsBeside && take(files)) event.preventDefault();
  };
  const drop = (event: DragEvent) => take(event.dataTransfer.files) && event.preventDefault();
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const deed = {
      Enter: () => area.current?.form?.requestSubmit(),
      b: () => wrap({ before: '**', after: '**', words: t('write.boldWords') }),
      i: () => wrap({ before: '*', after: '*', words: t('write.italicWords') }),
    }[event.key];
    if (deed) event.preventDefault();
    deed?.();
  };

  return (
    <div className="grid gap-2">
      {!hideLabel && (
        <span aria-hidden className="text-[0.9375rem] font-semibold">
          {label}
        </span>
      )}
      {stale && (
        <KeptText label={t('edit.staleDraft')} words={stale.words} action={t('edit.useDraft')} onUse={useStale} />
      )}
      <EditorBar previewing={previewing} onPreview={setPreviewing} onWrap={wrap} onPictures={take} />
      <div className={cx(previewing && 'hidden')} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <TextArea
          ref={area}
          id={id}
          name={name}
          label={label}
          hideLabel
          placeholder={placeholder}
          rows={rows}
          maxLength={bodyMost}
          autoFocus={autoFocus}
          value={words}
          error={error}
          onChange={(event) => setWords(event.target.value)}
          onPaste={paste}
          onKeyDown={press}
        />
      </div>
      {previewing && <Preview words={words} />}
      <p role="status" className="min-h-5 text-sm text-muted">
        {waiting
          ? t('write.waiting', { count: uploading })
          : uploading > 0
            ? t('write.uploading', { count: uploading })
            : kept && words !== (initial ?? '')
              ? t('write.draft')
              : ''}
      </p>
    </div>
  );
}

// Puts words where the cursor is, or around what is chosen.
function splice(area: HTMLTextAreaElement | null, text: string, change: (chosen: string) => string): string {
  const [start, end] = [area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length];
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}
