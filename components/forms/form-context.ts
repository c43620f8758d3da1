'use client';

import { createContext, use } from 'react';
import { useTranslations } from 'use-intl';

import type { Outcome, Problem } from '@/lib/web/outcome';
import type { Posted } from '@/lib/web/next-quirks/posted';

export type FormState = {
  outcome: Outcome<unknown>;
  pending: boolean;
  submitter: { name: string; value: string } | null;
  id: string;
  /** On the server, the fields whose controls have been rendered: each shows what is wrong with it. */
  shown?: Set<string> | null;
};

export const FormContext = createContext<FormState>({
  outcome: { status: 'idle' },
  pending: false,
  submitter: null,
  id: 'form',
});

/** The outcome of a post without scripts that this page answers, and of which form it is. */
export const PostedContext = createContext<Posted | null>(null);

/** The sentence of a problem, in the reader's language. */
export function useProblem(): (problem: Problem) => string {
  const t = useTranslations('errors');
  return ({ code, values }) => (t.has(code as 'failed') ? t(code as 'failed', values as never) : t('failed'));
}

/** What a control of the form needs: its id, what was typed, and what is wrong with it. */
export function useFormField(name: string, initial?: string) {
  const { outcome, id, shown } = use(FormContext);
  const say = useProblem();
  shown?.add(name);
  const problem = outcome.status === 'refused' ? outcome.fields[name] : undefined;
  const typed = outcome.status === 'refused' ? outcome.typed[name] : undefined;
  return { id: `${id}-${name}`, name, value: typed ?? initial, error: problem && say(problem) };
}

/** What was typed into a control before its form was posted without scripts and refused. It never changes while the page stands. */
export function usePosted(name: string): string | undefined {
  const posted = use(PostedContext);
  const { id } = use(FormContext);
  return posted?.form === id && posted.outcome.status === 'refused' ? posted.outcome.typed[name] : undefined;
}
