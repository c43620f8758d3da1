'use client';

import { ThumbsUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { FormAction } from '@/components/forms/reachable';

type Said = { on: boolean; helpful: number };
type Props = { action: FormAction<Said>; hidden: Record<string, string>; helpful: number };

/** Says that something was helpful, or takes it back. The page is the same for all readers: what one of them said is known once they press. */
export function Helpful({ action, hidden, helpful }: Props) {
  const t = useTranslations('reviews.vote');
  const [said, setSaid] = useState<Said>({ on: false, helpful });
  return (
    <ActionForm action={action} hidden={{ ...hidden, on: String(!said.on) }} onDone={setSaid} className="gap-2!">
      <div className="flex flex-wrap items-center gap-3">
        <span role="status" className="text-sm font-semibold empty:hidden">
          {said.on && t('given')}
        </span>
        <FormSubmit
          size="sm"
          variant={said.on ? 'quiet' : 'secondary'}
          icon={said.on ? undefined : <ThumbsUp aria-hidden />}
        >
          {said.on ? t('undo') : t('give')}
        </FormSubmit>
        {said.helpful > 0 && <span className="text-sm text-muted">{t('count', { count: said.helpful })}</span>}
      </div>
    </ActionForm>
  );
}
