'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { savePageAction } from '@/app/actions/pages';
import { ActionForm } from '@/components/forms/action-form';
import { useFormField } from '@/components/forms/form-context';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { Block } from '@/lib/pages/choices/blocks';
import { pagePlaces, type PageKind, type PagePlace, type PageState } from '@/lib/pages/choices/kinds';
import { paths } from '@/lib/paths';

import { BlockList } from './block-list';

export type PageDraft = {
  id?: string;
  kind: PageKind;
  slug: string | null;
  state: PageState;
  place: PagePlace;
  title: string;
  titleZh: string;
  description: string;
  descriptionZh: string;
  blocks: Block[];
  version: number;
};

type Props = { draft: PageDraft; gaps: string[]; locale: Locale };

/** Writes a page: its words in the main column, where and whether it is read beside them. */
export function PageForm({ draft, gaps, locale }: Props) {
  const t = useTranslations('pagesStaff');
  const router = useRouter();
  const done = ({ id }: { id: string }) => {
    toast.success(t('saved'));
    if (!draft.id) router.push(inLocale(locale, paths.staff('pages', id)));
  };
  return (
    <ActionForm
      action={savePageAction}
      hidden={{ pageId: draft.id, shown: String(draft.version), locale }}
      onDone={done}
      className="items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-6">
        <Titles draft={draft} />
        <BlockList key={draft.version} saved={draft.blocks} />
        <Found draft={draft} />
      </div>
      <div className="grid min-w-0 gap-6 lg:sticky lg:top-6">
        {gaps.length > 0 && <Gaps gaps={gaps} />}
        <Standing key={`${draft.state} ${draft.place}`} draft={draft} />
      </div>
    </ActionForm>
  );
}

type DraftProps = { draft: PageDraft };

function Titles({ draft }: DraftProps) {
  const t = useTranslations('pagesStaff');
  return (
    <Card as="section">
      <div className="grid items-start gap-x-4 gap-y-5 xl:grid-cols-2">
        <FormText
          name="title"
          label={t('pageTitle')}
          hint={t('titleHint')}
          initial={draft.title}
          maxLength={120}
          lang="en"
        />
        <FormText name="titleZh" label={t('pageTitleZh')} initial={draft.titleZh} maxLength={120} lang="zh-CN" />
      </div>
    </Card>
  );
}

function Found({ draft }: DraftProps) {
  const t = useTranslations('pagesStaff');
  const hint = t('descriptionHint');
  return (
    <Card as="section">
      <SectionHead title={t('found')} lead={t('foundLead')} />
      <div className="grid items-start gap-x-4 gap-y-5 xl:grid-cols-2">
        <FormText
          name="description"
          label={t('description')}
          hint={hint}
          initial={draft.description}
          maxLength={300}
          lang="en"
        />
        <FormText
          name="descriptionZh"
          label={t('descriptionZh')}
          hint={hint}
          initial={draft.descriptionZh}
          maxLength={300}
          lang="zh-CN"
        />
        {draft.kind === 'OWN' && (
          <FormText
            name="slug"
            label={t('address')}
            hint={t(draft.slug ? 'addressHint' : 'addressHintNew')}
            initial={draft.slug ?? ''}
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </div>
    </Card>
  );
}

const choices = {
  DRAFT: ['DRAFT', 'PUBLISHED'],
  PUBLISHED: ['PUBLISHED', 'WITHDRAWN'],
  WITHDRAWN: ['WITHDRAWN', 'PUBLISHED'],
} as const;

function Standing({ draft }: DraftProps) {
  const t = useTranslations('pagesStaff');
  const { id, value, error } = useFormField('state', draft.state);
  // A page that may not be published yet stays what it is: pressed again, its words are saved.
  const [state, setState] = useState(error ? draft.state : (value as PageState));
  const [refused, setRefused] = useState(error);
  if (error !== refused) {
    setRefused(error);
    if (error) setState(draft.state);
  }
  return (
    <Card as="section">
      <SectionHead title={t('standing')} level={3} />
      <div className="grid gap-5">
        <SelectField
          id={id}
          name="state"
          label={t('state')}
          hideLabel
          error={error}
          value={state}
          options={choices[draft.state].map((each) => ({ value: each, label: t(`states.${each}`) }))}
          onChange={(event) => setState(event.target.value as PageState)}
        />
        <p aria-live="polite" className="text-[0.9375rem] text-muted">
          {t(`stateMeans.${state}`)}
        </p>
        {draft.kind === 'OWN' ? (
          <FormSelect
            name="place"
            label={t('place')}
            initial={draft.place}
            options={pagePlaces.map((value) => ({ value, label: t(`places.${value}`) }))}
          />
        ) : (
          <p className="text-[0.9375rem] text-muted">{t('lawPlace')}</p>
        )}
        <FormSubmit block>{t('save')}</FormSubmit>
      </div>
    </Card>
  );
}

function Gaps({ gaps }: { gaps: string[] }) {
  const t = useTranslations('pagesStaff');
  return (
    <Notice tone="warning" title={t('gaps', { count: gaps.length })}>
      <ul className="mt-1 list-disc ps-5">
        {gaps.slice(0, 12).map((gap) => (
          <li key={gap} className="wrap-anywhere">
            {gap}
          </li>
        ))}
      </ul>
      <p className="mt-2">{t('gapsHint')}</p>
    </Notice>
  );
}
