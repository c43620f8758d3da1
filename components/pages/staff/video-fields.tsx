'use client';

import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { TextField } from '@/components/ui/text-field';
import type { Block } from '@/lib/pages/choices/blocks';
import { siteNames, videoAt } from '@/lib/pages/choices/videos';

import { LineField } from './words-field';

type Video = Extract<Block, { type: 'video' }>;
type Props = { at: string; block: Video; onChange: (block: Block) => void };

/** A video of another site by its address, with what it shows in both languages. */
export function VideoFields({ at, block, onChange }: Props) {
  const t = useTranslations('pagesStaff.blocks');
  const { id, error } = useFormField(`${at}.address`);
  const video = videoAt(block.address.trim());
  return (
    <div className="grid min-w-0 gap-4">
      <TextField
        id={id}
        label={t('video')}
        hint={video ? t('videoFound', { site: siteNames[video.site] }) : t('videoHint')}
        error={error}
        inputMode="url"
        dir="ltr"
        maxLength={500}
        autoComplete="off"
        value={block.address}
        onChange={({ target }) => onChange({ ...block, address: target.value })}
      />
      <LineField
        at={`${at}.title`}
        label={t('videoTitle')}
        hint={t('videoTitleHint')}
        words={block.title}
        most={120}
        onChange={(title) => onChange({ ...block, title })}
      />
    </div>
  );
}
