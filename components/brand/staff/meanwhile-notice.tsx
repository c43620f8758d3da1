'use client';

import { createContext, use, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

import { useProblem } from '@/components/forms/form-context';
import { Notice } from '@/components/ui/notice';
import type { BrandFields } from '@/lib/brand/schema';

import type { Meanwhile } from './meanwhile';

/** Of the fields that somebody else changed too, the values that are saved. */
export const BothChanged = createContext<Partial<BrandFields>>({});

/** Says of a field that somebody else changed too what is saved there; undefined for all others. */
export function useSavedMeanwhile(name: keyof BrandFields): string | undefined {
  const t = useTranslations('brand.meanwhile');
  const value = use(BothChanged)[name];
  return value === undefined ? undefined : t('field', { value: value || '–' });
}

/** Says that another version was saved while this form was filled in, by whom and what it changed, and what became of what was typed. */
export function MeanwhileNotice({ meanwhile: { problem, both }, version }: { meanwhile: Meanwhile; version: number }) {
  const t = useTranslations('brand.meanwhile');
  const say = useProblem();
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed has gone with the form as it was.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="scroll-mt-24 rounded-lg">
      <Notice tone="warning" title={problem ? say(problem) : t('title', { version })}>
        <p>{t(Object.keys(both).length > 0 ? 'both' : 'kept')}</p>
      </Notice>
    </div>
  );
}
