'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';

import { useFormField, useProblem } from '@/components/forms/form-context';
import { pictureTypes } from '@/components/forms/picture-types';
import { sendPicture } from '@/components/forms/send-picture';
import { buttonLook } from '@/components/ui/button-look';
import { FieldNotes } from '@/components/ui/field';
import type { Block } from '@/lib/pages/choices/blocks';

import { LineField } from './words-field';

type Picture = Extract<Block, { type: 'picture' }>;
type Props = { at: string; block: Picture; onChange: (block: Block) => void };

/** A picture of a page: brought into storage as soon as it is chosen, with what it shows in both languages. */
export function PictureFields({ at, block, onChange }: Props) {
  const t = useTranslations('pagesStaff.blocks');
  const say = useProblem();
  const id = useId();
  const { error } = useFormField(`${at}.path`);
  const [bringing, setBringing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const bring = async (file: File | undefined) => {
    if (!file) return;
    setBringing(true);
    const answer = await sendPicture(file);
    setBringing(false);
    setProblem('url' in answer ? undefined : say(answer));
    if ('url' in answer) onChange({ ...block, path: answer.url });
  };
  return (
    <div className="grid min-w-0 gap-4">
      {block.path && <img src={block.path} alt="" className="max-h-64 max-w-full justify-self-start rounded-lg" />}
      <div className="relative grid justify-items-start gap-2">
        <input
          id={id}
          type="file"
          accept={pictureTypes}
          aria-describedby={`${id}-error`}
          aria-invalid={(problem ?? error) ? true : undefined}
          onChange={({ target }) => void bring(target.files?.[0])}
          className="peer sr-only"
        />
        <label
          htmlFor={id}
          className={buttonLook(
            'secondary',
            'md',
            'cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-focus',
          )}
        >
          {t(block.path ? 'otherPicture' : 'choosePicture')}
        </label>
        <p aria-live="polite" className="text-sm text-muted">
          {bringing && t('bringing')}
        </p>
        <FieldNotes id={id} error={problem ?? error} />
      </div>
      <LineField
        at={`${at}.alt`}
        label={t('alt')}
        hint={t('altHint')}
        words={block.alt}
        most={300}
        onChange={(alt) => onChange({ ...block, alt })}
      />
    </div>
  );
}
