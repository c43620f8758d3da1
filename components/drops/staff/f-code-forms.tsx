'use client';

import { use, useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormContext } from '@/components/forms/form-context';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { giveFCodesForIdeas, issueFCodes, revokeFCode } from '@/app/actions/drops';
import { fCodeSources } from '@/lib/drops/schema';

/** Issues codes and shows them, once. */
export function IssueForm({ dropId, left }: { dropId: string; left: number }) {
  const t = useTranslations('drops.fCode.staff');
  return (
    <ActionForm action={issueFCodes} hidden={{ dropId }}>
      <h3 className="text-subheading">{t('issueTitle')}</h3>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormText
          name="count"
          type="number"
          min={1}
          max={Math.min(left, 500)}
          initial="1"
          label={t('count')}
          required
        />
        <FormSelect
          name="source"
          label={t('source')}
          options={fCodeSources.map((value) => ({ value, label: t(`sources.${value}`) }))}
        />
      </div>
      <InZone>
        <MomentField name="expiresAt" label={t('expires')} />
      </InZone>
      <FormText name="handle" label={t('handle')} hint={t('handleHint')} maxLength={60} autoCapitalize="none" />
      <FormText name="note" label={t('note')} maxLength={200} />
      <Issued />
      <div>
        <FormSubmit variant="secondary">{t('issue')}</FormSubmit>
      </div>
    </ActionForm>
  );
}

// From the form's own answer, which no reload brings back.
function Issued() {
  const t = useTranslations('drops.fCode.staff');
  const { outcome } = use(FormContext);
  const [copied, setCopied] = useState<string | null>(null);
  if (outcome.status !== 'done') return null;
  const { codes } = outcome.data as { codes: string[] };
  const words = codes.join('\n');
  const copy = () => void navigator.clipboard.writeText(words).then(() => setCopied(words));
  return (
    <Notice tone="warning" title={t('onceTitle')}>
      <p>{t('once')}</p>
      <pre className="mt-3 max-h-72 overflow-auto rounded-md border border-line bg-surface p-3 font-mono text-ink select-all">
        {words}
      </pre>
      <Button
        size="sm"
        className="js-only mt-3"
        onClick={copy}
        icon={copied === words ? <Check aria-hidden /> : <Copy aria-hidden />}
      >
        {t(copied === words ? 'copied' : 'copy')}
      </Button>
    </Notice>
  );
}

/** Gives the authors of accepted ideas a code of their own. */
export function GiveForm({ dropId }: { dropId: string }) {
  const t = useTranslations('drops.fCode.staff');
  return (
    <ActionForm action={giveFCodesForIdeas} hidden={{ dropId }}>
      <div className="grid gap-1">
        <h3 className="text-subheading">{t('giveTitle')}</h3>
        <p className="text-[0.9375rem] text-muted">{t('giveLead')}</p>
      </div>
      <InZone>
        <MomentField name="expiresAt" label={t('expires')} />
      </InZone>
      <FormText name="note" label={t('note')} maxLength={200} />
      <FormText name="handles" label={t('giveOnly')} hint={t('giveOnlyHint')} maxLength={2000} autoCapitalize="none" />
      <Given />
      <div>
        <FormSubmit variant="secondary">{t('give')}</FormSubmit>
      </div>
    </ActionForm>
  );
}

function Given() {
  const t = useTranslations('drops.fCode.staff');
  const { outcome } = use(FormContext);
  if (outcome.status !== 'done') return null;
  const { given, without } = outcome.data as { given: number; without: string[] };
  return (
    <Notice tone={without.length > 0 ? 'warning' : 'positive'}>
      {t('given', { count: given })}{' '}
      {without.length > 0 &&
        t('without', { count: without.length, handles: without.map((each) => `@${each}`).join(', ') })}
    </Notice>
  );
}

type RevokeProps = { dropId: string; codeId: string; tail: string; handle?: string };

/** Takes one code back, after a question. */
export function RevokeForm({ dropId, codeId, tail, handle }: RevokeProps) {
  const t = useTranslations('drops.fCode.staff');
  return (
    <AskFirst
      open={t('revokeOpen')}
      lead={t('revokeLead', { tail, bound: handle ? 'one' : 'none', handle: `@${handle}` })}
      look="quiet"
      size="sm"
    >
      <ActionForm action={revokeFCode} hidden={{ dropId, codeId }} className="gap-2">
        <FormSubmit variant="danger" size="sm" className="justify-self-end">
          {t('revoke')}
        </FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}
