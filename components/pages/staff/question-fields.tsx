'use client';

import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';
import { blocksMost, emptyBlock, type Block } from '@/lib/pages/choices/blocks';

import { LineField, WordsField } from './words-field';

type Questions = Extract<Block, { type: 'questions' }>;
type Props = { at: string; block: Questions; onChange: (block: Block) => void };

/** Questions with their answers, each opened by its reader. */
export function QuestionFields({ at, block, onChange }: Props) {
  const t = useTranslations('pagesStaff.blocks');
  const { items } = block;
  const set = (next: Questions['items']) => onChange({ ...block, items: next });
  const change = (place: number, part: Partial<Questions['items'][number]>) =>
    set(items.map((item, each) => (each === place ? { ...item, ...part } : item)));
  return (
    <div className="grid min-w-0 gap-6">
      {items.map((item, place) => (
        <fieldset key={place} className="grid min-w-0 gap-4 border-s-2 border-line ps-4">
          <legend className="sr-only">{t('questionNumber', { number: place + 1 })}</legend>
          <LineField
            at={`${at}.items.${place}.question`}
            label={t('question')}
            words={item.question}
            most={200}
            onChange={(question) => change(place, { question })}
          />
          <WordsField
            at={`${at}.items.${place}.answer`}
            label={t('answer')}
            rows={3}
            words={item.answer}
            onChange={(answer) => change(place, { answer })}
          />
          {items.length > 1 && (
            <Button
              size="sm"
              variant="quiet"
              className="justify-self-start"
              onClick={() => set(items.filter((_, each) => each !== place))}
            >
              {t('removeQuestion', { number: place + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {items.length < blocksMost.questions && (
        <Button className="justify-self-start" onClick={() => set([...items, freshItem()])}>
          {t('addQuestion')}
        </Button>
      )}
    </div>
  );
}

const freshItem = () => (emptyBlock('questions') as Questions).items[0]!;
