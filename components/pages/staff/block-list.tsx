'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Button, IconButton } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { ArrowDown, ArrowUp, Trash2 } from '@/components/ui/icons';
import { blocksMost, blockTypes, emptyBlock, type Block } from '@/lib/pages/choices/blocks';

import { PictureFields } from './picture-fields';
import { QuestionFields } from './question-fields';
import { VideoFields } from './video-fields';
import { WordsField } from './words-field';

type Placed = { key: number; block: Block };

/** What a page is made of, in its order; it travels in one field. */
export function BlockList({ saved }: { saved: Block[] }) {
  const t = useTranslations('pagesStaff.blocks');
  const next = useRef(saved.length);
  const [placed, setPlaced] = useState<Placed[]>(() => saved.map((block, key) => ({ key, block })));
  const { error } = useFormField('blocks');
  const blocks = placed.map(({ block }) => block);
  const move = (from: number, to: number) => setPlaced(placed.toSpliced(from, 1).toSpliced(to, 0, placed[from]!));
  const change = (at: number, block: Block) => setPlaced(placed.with(at, { ...placed[at]!, block }));
  return (
    <Card as="section" aria-labelledby="blocks">
      <SectionHead id="blocks" title={t('title')} lead={t('lead')} />
      <input type="hidden" name="blocks" value={JSON.stringify(blocks)} />
      <noscript>
        <p className="mb-4 text-muted">{t('needsScripts')}</p>
      </noscript>
      {error && (
        <p role="alert" className="mb-4 text-danger">
          {error}
        </p>
      )}
      {placed.length === 0 && <p className="mb-4 text-muted">{t('empty')}</p>}
      <ol className="grid divide-y divide-line">
        {placed.map(({ key, block }, at) => (
          <li key={key} className="grid min-w-0 gap-4 py-6 first:pt-0">
            <BlockHead
              block={block}
              at={at}
              count={placed.length}
              onMove={(to) => move(at, to)}
              onRemove={() => setPlaced(placed.toSpliced(at, 1))}
            />
            <BlockFields at={`blocks.${at}`} block={block} onChange={(changed) => change(at, changed)} />
          </li>
        ))}
      </ol>
      {placed.length < blocksMost.blocks && (
        <div className="flex flex-wrap gap-2.5 border-t border-line pt-5">
          {blockTypes.map((type) => (
            <Button
              key={type}
              onClick={() => setPlaced([...placed, { key: (next.current += 1), block: emptyBlock(type) }])}
            >
              {t(`add.${type}`)}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}

type HeadProps = { block: Block; at: number; count: number; onMove: (to: number) => void; onRemove: () => void };

function BlockHead({ block, at, count, onMove, onRemove }: HeadProps) {
  const t = useTranslations('pagesStaff.blocks');
  const { error } = useFormField(`blocks.${at}`);
  const number = at + 1;
  return (
    <div>
      <div className="flex items-center gap-1">
        <h3 className="me-auto text-[0.9375rem] font-semibold">{t(`types.${block.type}`, { number })}</h3>
        <IconButton label={t('up', { number })} disabled={at === 0} onClick={() => onMove(at - 1)}>
          <ArrowUp aria-hidden />
        </IconButton>
        <IconButton label={t('down', { number })} disabled={number === count} onClick={() => onMove(at + 1)}>
          <ArrowDown aria-hidden />
        </IconButton>
        <IconButton label={t('remove', { number })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      {error && <p className="text-danger">{error}</p>}
    </div>
  );
}

type FieldsProps = { at: string; block: Block; onChange: (block: Block) => void };

function BlockFields({ at, block, onChange }: FieldsProps) {
  const t = useTranslations('pagesStaff.blocks');
  if (block.type === 'picture') return <PictureFields at={at} block={block} onChange={onChange} />;
  if (block.type === 'video') return <VideoFields at={at} block={block} onChange={onChange} />;
  if (block.type === 'questions') return <QuestionFields at={at} block={block} onChange={onChange} />;
  if (block.type === 'text')
    return (
      <WordsField
        at={`${at}.text`}
        label={t('text')}
        words={block.text}
        rows={10}
        onChange={(text) => onChange({ ...block, text })}
      />
    );
  return (
    <div className="grid min-w-0 gap-5">
      {(['left', 'right'] as const).map((side) => (
        <WordsField
          key={side}
          at={`${at}.${side}`}
          label={t(side)}
          words={block[side]}
          onChange={(words) => onChange({ ...block, [side]: words })}
        />
      ))}
    </div>
  );
}
