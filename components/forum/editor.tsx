'use client';

import { useState, type ClipboardEvent, type DragEvent, type KeyboardEvent, type RefObject } from 'react';
import { useTranslations } from 'use-intl';

import { useFormField, usePosted } from '@/components/forms/form-context';
import { cx } from '@/components/ui/cx';
import { TextArea } from '@/components/ui/text-field';
import { bodyMost } from '@/lib/forum/choices';

import { useDraft } from './draft';
import { KeptText } from './kept-text';
import { EditorBar, type Wrap } from './editor-bar';
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
  } = useDraft<HTMLTextAreaElement>(draftKey, { initial, base, posted: usePosted(name) });
  const [previewing, setPreviewing] = useState(false);
  const { id, error } = useFormField(name);

  const { insert, wrap, shortcuts } = useMarks(area, setWords);
  const { uploading, failed, take } = useUpload(setWords, insert);
  const waiting = useSendWhenArrived(area, { uploading, failed });

  const onDrop = (event: DragEvent) => take(event.dataTransfer.files) && event.preventDefault();

  return (
    <div className="grid gap-2">
      {!hideLabel && (
        <span aria-hidden className="text-[0.9375rem] font-semibold">
          {label} <span className="text-accent-ink">*</span>
        </span>
      )}
      {stale && (
        <KeptText label={t('edit.staleDraft')} words={stale.words} action={t('edit.useDraft')} onUse={useStale} />
      )}
      <EditorBar previewing={previewing} onPreview={setPreviewing} onWrap={wrap} onPictures={take} />
      <div className={cx(previewing && 'hidden')} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
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
          onPaste={(event) => takePasted(event, take)}
          onKeyDown={(event) => runShortcut(event, shortcuts)}
        />
      </div>
      {previewing && <Preview words={words} />}
      <WriteStatus uploading={uploading} waiting={waiting} kept={kept && words !== (initial ?? '')} />
    </div>
  );
}

type SetWords = (change: (before: string) => string) => void;

// What the tools and the keyboard do with the words at the cursor.
function useMarks(area: RefObject<HTMLTextAreaElement | null>, setWords: SetWords) {
  const t = useTranslations('forum');
  const insert = (added: string) =>
    setWords((before) => splice(area.current, before, (chosen) => (chosen ? `${chosen}\n${added}` : added)));
  const wrap = ({ before, after, words: filler }: Wrap) => {
    setWords((text) => splice(area.current, text, (chosen) => `${before}${chosen || filler}${after}`));
    area.current?.focus();
  };
  const shortcuts = {
    Enter: () => area.current?.form?.requestSubmit(),
    b: () => wrap({ before: '**', after: '**', words: t('write.boldWords') }),
    i: () => wrap({ before: '*', after: '*', words: t('write.italicWords') }),
  };
  return { insert, wrap, shortcuts };
}

function WriteStatus({ uploading, waiting, kept }: { uploading: number; waiting: boolean; kept: boolean }) {
  const t = useTranslations('forum');
  return (
    <p role="status" className="min-h-5 text-sm text-muted">
      {uploading > 0
        ? t(waiting ? 'write.waiting' : 'write.uploading', { count: uploading })
        : kept && t('write.draft')}
    </p>
  );
}

// Pictures are taken from the clipboard unless plain text lies beside something that is no picture.
function takePasted(event: ClipboardEvent, take: (files: FileList) => boolean): void {
  const { files, types } = event.clipboardData;
  const wordsBeside = types.includes('text/plain') && ![...files].some((file) => file.type.startsWith('image/'));
  if (!wordsBeside && take(files)) event.preventDefault();
}

function runShortcut(event: KeyboardEvent, shortcuts: Record<string, () => void>): void {
  if (!(event.ctrlKey || event.metaKey) || !Object.hasOwn(shortcuts, event.key)) return;
  event.preventDefault();
  shortcuts[event.key]!();
}

// Puts words where the cursor is, or around what is chosen.
function splice(area: HTMLTextAreaElement | null, text: string, change: (chosen: string) => string): string {
  const [start, end] = [area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length];
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}
