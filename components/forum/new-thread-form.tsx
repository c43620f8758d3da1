'use client';

import { useRouter } from 'next/navigation';
import { use, useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormContext, useFormField, usePosted } from '@/components/forms/form-context';
import { useChoice } from '@/components/forms/use-choice';
import { ChoiceGroup } from '@/components/ui/choice';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { RadioCard } from '@/components/ui/radio-card';
import { Send } from '@/components/ui/icons';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { Locale } from '@/lib/core/locale';
import { useIsOn } from '@/components/ui/ahead-link';
import { startThreadAction } from '@/app/actions/forum';
import { titleLength } from '@/lib/core/lengths';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { threadKinds, type ThreadKind } from '@/lib/forum/choices';

import { DraftOwner, useDraft, useForgetDraft } from './draft';
import { Editor } from './editor';
import { forumPaths } from './forum-paths';

type Started = { number: number; slug: string; inner: boolean };

export type BoardChoice = { slug: string; name: string; ofProduct: boolean; refusal: string | null };

/** Starts a thread. The kinds on offer follow the board; nothing that was typed is lost on the way. */
export function NewThreadForm({ owner, ...choice }: Choice & { owner: string }) {
  return (
    <DraftOwner value={owner}>
      <ThreadForm {...choice} />
    </DraftOwner>
  );
}

type Choice = { boards: BoardChoice[]; board: string; kind: ThreadKind; locale: Locale };

function ThreadForm({ boards, board, kind, locale }: Choice) {
  const t = useTranslations('forum');
  const router = useRouter();
  const forget = useForgetDraft();
  const done = ({ inner, ...thread }: Started) => {
    forget('new:title');
    forget('new:body');
    router.push(forumPaths(locale, inner).thread(thread));
  };
  return (
    <ActionForm action={startThreadAction} onDone={done}>
      <Posted locale={locale} />
      <BoardAndKind boards={boards} board={board} kind={kind} />
      <TitleField />
      <Editor label={t('new.body')} placeholder={t('new.bodyPlaceholder')} draftKey="new:body" rows={9} />
      <div>
        <SubmitButton size="lg" icon={<Send aria-hidden />}>
          {t('new.send')}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

// Scripts lead to the new thread at once.
function Posted({ locale }: { locale: Locale }) {
  const t = useTranslations('forum');
  const { outcome } = use(FormContext);
  if (outcome.status !== 'done') return null;
  const { inner, ...thread } = outcome.data as Started;
  return (
    <noscript>
      <Notice tone="positive" title={t('new.posted')}>
        <TextLink href={forumPaths(locale, inner).thread(thread)}>{t('new.read')}</TextLink>
      </Notice>
    </noscript>
  );
}

// A board that is no product's takes neither ideas nor reviews.
function BoardAndKind({
  boards,
  board: wanted,
  kind: wantedKind,
}: {
  boards: BoardChoice[];
  board: string;
  kind: ThreadKind;
}) {
  const t = useTranslations('forum');
  const [board, ofKind] = [useFormField('board', wanted), useFormField('kind', wantedKind)];
  const { field, choice: slug, choose } = useChoice(board.value ?? wanted);
  const [kind, setKind] = useState(threadKinds.find((each) => each === ofKind.value) ?? wantedKind);
  const ofProduct = boards.find((each) => each.slug === slug)?.ofProduct ?? false;
  // A kind that was refused stays: without scripts another board can be chosen for it, and nothing is typed again.
  const refused = ofKind.error ? kind : null;
  const isOn = useIsOn();
  const kinds = threadKinds.filter((each) => each !== 'IDEA' || isOn(inLocale('en', paths.ideas())));
  const fits = (each: ThreadKind) => ofProduct || each === 'DISCUSSION' || each === 'QUESTION' || each === refused;
  return (
    <>
      <SelectField
        ref={field}
        id={board.id}
        name="board"
        label={t('new.board')}
        hint={t('new.boardHint')}
        error={board.error}
        value={slug}
        onChange={(event) => choose(event.target.value)}
        options={boards.map(({ slug: value, name, refusal }) => ({ value, label: name, disabled: refusal !== null }))}
      />
      <ChoiceGroup legend={t('new.kind')} error={ofKind.error} className="sm:grid-cols-2">
        {kinds.map((each) => (
          <RadioCard
            key={each}
            name="kind"
            value={each}
            label={t(`kind.${each}`)}
            hint={fits(each) ? t(`kindHint.${each}`) : t('new.productOnly')}
            checked={(fits(kind) ? kind : 'DISCUSSION') === each}
            disabled={!fits(each)}
            onChange={() => setKind(each)}
          />
        ))}
      </ChoiceGroup>
    </>
  );
}

function TitleField() {
  const t = useTranslations('forum');
  const { field, words, setWords } = useDraft<HTMLInputElement>('new:title', { posted: usePosted('title') });
  const { id, name, error } = useFormField('title');
  return (
    <TextField
      ref={field}
      id={id}
      name={name}
      label={t('new.threadTitle')}
      hint={t('new.titleHint')}
      error={error}
      required
      maxLength={titleLength.most}
      autoComplete="off"
      value={words}
      onChange={(event) => setWords(event.target.value)}
    />
  );
}
