'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { addBoardAction, changeBoardAction } from '@/app/actions/forum';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { BoardRule } from '@/lib/forum/rules';
import { paths } from '@/lib/paths';

import { BoardRules, type Choices } from './board-rules';

type Board = {
  slug: string;
  name: string;
  nameZh: string;
  description: string;
  descriptionZh: string;
  rules: BoardRule[];
  above: { slug: string }[];
  productId: string | null;
  version: number;
};

/** Opens a board and leads back to the list. */
export function NewBoardForm({ choices, locale }: { choices: Choices; locale: Locale }) {
  const t = useTranslations('boardsStaff');
  const router = useRouter();
  const done = () => {
    toast.success(t('opened'));
    router.push(inLocale(locale, paths.staff('boards')));
  };
  return (
    <Card>
      <ActionForm action={addBoardAction} onDone={done} className="grid max-w-2xl gap-5">
        <Fields choices={choices} />
        <FormSubmit className="justify-self-start">{t('open')}</FormSubmit>
      </ActionForm>
    </Card>
  );
}

/** Changes a board; who saw an older version is told so. */
export function ChangeBoardForm({ board, choices }: { board: Board; choices: Choices }) {
  const t = useTranslations('boardsStaff');
  return (
    <Card>
      <ActionForm
        key={board.version}
        action={changeBoardAction}
        hidden={{ board: board.slug, shown: String(board.version) }}
        onDone={() => toast.success(t('saved'))}
        className="grid max-w-2xl gap-5"
      >
        <Fields board={board} choices={choices} />
        <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
      </ActionForm>
    </Card>
  );
}

function Fields({ board, choices }: { board?: Board; choices: Choices }) {
  return (
    <>
      <Texts board={board} />
      <BoardRules board={board} choices={choices} />
    </>
  );
}

function Texts({ board }: { board?: Board }) {
  const t = useTranslations('boardsStaff');
  return (
    <>
      <FormText name="name" label={t('nameEn')} initial={board?.name} maxLength={80} required />
      <FormText name="nameZh" label={t('nameZh')} initial={board?.nameZh} maxLength={80} lang="zh-CN" />
      <FormArea
        name="description"
        label={t('descriptionEn')}
        hint={t('descriptionHint')}
        initial={board?.description}
        maxLength={300}
        rows={2}
      />
      <FormArea
        name="descriptionZh"
        label={t('descriptionZh')}
        initial={board?.descriptionZh}
        maxLength={300}
        rows={2}
        lang="zh-CN"
      />
    </>
  );
}
