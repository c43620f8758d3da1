'use client';

import { useLocale, useTranslations } from 'use-intl';

import { FormArea, FormCheck, FormSelect, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { PlanDraft } from '@/lib/drops/queries/plan-draft';

import { RegionsField } from './regions-field';

type Draft = { draft?: Partial<PlanDraft> };

/** The title and the short description of a plan, in both languages. */
export function WordsFields({ draft = {} }: Draft) {
  const t = useTranslations('drops.staff');
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormText name="title" label={t('name')} maxLength={120} initial={draft.title} required />
        <FormText name="titleZh" label={t('nameZh')} maxLength={120} initial={draft.titleZh} lang="zh-CN" />
      </div>
      <FormArea
        name="summary"
        label={t('summary')}
        hint={t('summaryHint')}
        maxLength={600}
        rows={3}
        initial={draft.summary}
      />
      <FormArea
        name="summaryZh"
        label={t('summaryZh')}
        maxLength={600}
        rows={3}
        initial={draft.summaryZh}
        lang="zh-CN"
      />
    </>
  );
}

const modes = ['FIRST_COME', 'DRAW'] as const;

/** When the first wave of a plan opens and closes, and how its units are given. */
export function TimesAndMode({ draft = {} }: Draft) {
  const t = useTranslations('drops.staff');
  return (
    <>
      <InZone>
        <div className="grid gap-5 sm:grid-cols-2">
          <MomentField name="opensAt" label={t('opensAt')} initial={draft.opensAt} />
          <MomentField name="closesAt" label={t('closesAt')} initial={draft.closesAt} />
        </div>
      </InZone>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormSelect
          name="mode"
          label={t('mode')}
          options={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
          initial={draft.mode ?? 'FIRST_COME'}
        />
        <FormText
          name="fairSeconds"
          label={t('fairSeconds')}
          hint={t('fairHint')}
          type="number"
          min={0}
          max={600}
          initial={String(draft.fairSeconds ?? 0)}
        />
      </div>
    </>
  );
}

/** Who can claim from a plan, where it goes, and for how long a unit is held. */
export function TermsFields({ draft = {}, countries }: Draft & { countries: readonly string[] }) {
  const t = useTranslations('drops.staff');
  const rule = inLocale(useLocale() === 'zh-CN' ? 'zh' : 'en', paths.profile());
  return (
    <Card className="grid gap-5">
      <h2 className="text-subheading">{t('terms')}</h2>
      <FormCheck name="needsReservation" label={t('needsReservation')} initial={draft.needsReservation} />
      <FormCheck name="proofOfWork" label={t('proofOfWork')} hint={t('proofHint')} initial={draft.proofOfWork} />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormText
          name="minTrust"
          label={t('minTrust')}
          hint={t.rich('trustHint', { rule: (words) => <TextLink href={rule}>{words}</TextLink> })}
          type="number"
          min={0}
          max={4}
          initial={String(draft.minTrust ?? 0)}
        />
        <FormText
          name="holdMinutes"
          label={t('hold')}
          type="number"
          min={1}
          max={120}
          initial={String(draft.holdMinutes ?? 15)}
        />
        <FormText
          name="offerMinutes"
          label={t('offerMinutes')}
          hint={t('offerHint')}
          type="number"
          min={1}
          max={10_080}
          initial={String(draft.offerMinutes ?? 60)}
        />
      </div>
      <RegionsField countries={countries} initial={draft.regions} />
    </Card>
  );
}
