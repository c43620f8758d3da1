'use client';

import { Bold, Code, Italic, List } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';

import { Button, IconButton } from '@/components/ui/button';
import { Image, LinkIcon, Quote } from '@/components/ui/icons';

/** Marks put before and after the chosen words, and the words to use when none are chosen. */
export type Wrap = { before: string; after: string; words: string };

type Props = {
  previewing: boolean;
  onPreview: (on: boolean) => void;
  onWrap: (wrap: Wrap) => void;
  onPictures: (files: Iterable<File>) => boolean;
};

/** The editor's tools, and the switch between writing and reading. */
export function EditorBar({ previewing, onPreview, onWrap, onPictures }: Props) {
  const t = useTranslations('forum');
  const file = useRef<HTMLInputElement>(null);
  const tools = [
    { label: t('write.bold'), Icon: Bold, wrap: { before: '**', after: '**', words: t('write.boldWords') } },
    { label: t('write.italic'), Icon: Italic, wrap: { before: '*', after: '*', words: t('write.italicWords') } },
    { label: t('write.quote'), Icon: Quote, wrap: { before: '\n> ', after: '\n', words: '' } },
    { label: t('write.list'), Icon: List, wrap: { before: '\n- ', after: '', words: '' } },
    { label: t('write.code'), Icon: Code, wrap: { before: '\n```\n', after: '\n```\n', words: t('write.codeWords') } },
    {
      label: t('write.link'),
      Icon: LinkIcon,
      wrap: { before: '[', after: '](https://)', words: t('write.linkWords') },
    },
  ];
  return (
    <div className="js-only flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <div role="group" aria-label={t('write.tools')} className="-ms-1.5 flex flex-wrap max-sm:*:min-w-9!">
        {tools.map(({ label, Icon, wrap }) => (
          <IconButton key={label} size="sm" label={label} disabled={previewing} onClick={() => onWrap(wrap)}>
            <Icon aria-hidden />
          </IconButton>
        ))}
        <IconButton size="sm" label={t('write.picture')} disabled={previewing} onClick={() => file.current?.click()}>
          <Image aria-hidden />
        </IconButton>
        <input
          ref={file}
          type="file"
          accept="image/*"
          multiple
          hidden
          aria-label={t('write.picture')}
          onChange={(event) => {
            onPictures(event.target.files ?? []);
            event.target.value = '';
          }}
        />
      </div>
      <div className="flex gap-1">
        <Button
          size="sm"
          variant={previewing ? 'quiet' : 'secondary'}
          aria-pressed={!previewing}
          onClick={() => onPreview(false)}
        >
          {t('write.write')}
        </Button>
        <Button
          size="sm"
          variant={previewing ? 'secondary' : 'quiet'}
          aria-pressed={previewing}
          onClick={() => onPreview(true)}
        >
          {t('write.preview')}
        </Button>
      </div>
    </div>
  );
}
