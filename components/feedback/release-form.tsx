'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { useFormField } from '@/components/forms/form-context';
import { Checkbox, ChoiceGroup } from '@/components/ui/choice';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { writeReleaseAction } from '@/app/actions/feedback';
import type { ShippableIdea } from '@/lib/feedback/queries';
import { releaseKinds } from '@/lib/feedback/schema';

import { PublishButton } from './publish-button';

export type ReleaseDraft = {
  id?: string;
  revision?: number;
  name?: string;
  productId: string;
  kind: string;
  version: string;
  title: string;
  titleZh: string;
  markdown: string;
  markdownZh: string;
  published: boolean;
  ideas: ShippableIdea[];
};

/** Writes a release in both languages and picks the ideas that it ships. */
export function ReleaseForm({ draft, locale }: { draft: ReleaseDraft; locale: Locale }) {
  const t = useTranslations('feedback');
  const router = useRouter();
  const done = ({ id, published }: { id: string; published: boolean }) => {
    toast.success(t(published ? 'publish.done' : 'releaseForm.saved'));
    if (!draft.id) router.push(inLocale(locale, paths.staff('releases', id)));
  };
  return (
    <ActionForm
      action={writeReleaseAction}
      hidden={{ releaseId: draft.id, revision: draft.revision?.toString(), productId: draft.productId }}
      onDone={done}
      className="gap-6"
    >
      <ReleaseTexts draft={draft} />
      {!draft.published && <IdeaPicks ideas={draft.ideas} />}
      <div className="flex flex-wrap gap-3">
        <FormSubmit variant="secondary">{t('releaseForm.save')}</FormSubmit>
        {draft.id && !draft.published && <PublishButton name={draft.name ?? draft.version} />}
      </div>
    </ActionForm>
  );
}

// What the release is called and says, in both languages.
function ReleaseTexts({ draft }: { draft: ReleaseDraft }) {
  const t = useTranslations('feedback');
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <FormSelect
        name="kind"
        label={t('releaseForm.kind')}
        initial={draft.kind}
        options={releaseKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <FormText
        name="version"
        label={t('releaseForm.version')}
        initial={draft.version}
        maxLength={30}
        required
        hint={t('releaseForm.versionHint')}
      />
      <FormText name="title" label={t('releaseForm.title')} initial={draft.title} maxLength={120} required />
      <FormText name="titleZh" label={t('releaseForm.titleZh')} initial={draft.titleZh} maxLength={120} lang="zh-CN" />
      <FormArea
        name="markdown"
        label={t('releaseForm.notes')}
        initial={draft.markdown}
        rows={9}
        maxLength={20_000}
        required
        hint={t('releaseForm.notesHint')}
      />
      <FormArea
        name="markdownZh"
        label={t('releaseForm.notesZh')}
        initial={draft.markdownZh}
        rows={9}
        maxLength={20_000}
        lang="zh-CN"
      />
    </div>
  );
}

function IdeaPicks({ ideas }: { ideas: ShippableIdea[] }) {
  const t = useTranslations('feedback');
  const { error } = useFormField('ideas');
  return (
    <ChoiceGroup legend={t('releaseForm.ideas')} hint={t('releaseForm.ideasHint')} error={error}>
      {ideas.length === 0 && <p className="text-muted">{t('releaseForm.noIdeas')}</p>}
      {ideas.map(({ id, title, stage, votes, picked }) => (
        <Checkbox
          key={id}
          name="ideas"
          value={id}
          data-title={title}
          defaultChecked={picked}
          label={
            <span>
              {title}{' '}
              <span className="text-sm text-muted">
                {t(`stage.${stage}`)} · {t('vote.short', { count: votes })}
              </span>
            </span>
          }
        />
      ))}
    </ChoiceGroup>
  );
}
