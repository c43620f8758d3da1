'use client';

import { useRouter } from 'next/navigation';
import { startTransition, use, useActionState, useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react';

import { FormError } from '@/components/ui/form-error';
import { Notice } from '@/components/ui/notice';
import { cx } from '@/components/ui/cx';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Outcome } from '@/lib/web/outcome';

import { FormContext, PostedContext, useProblem } from './form-context';

type Props<T> = {
  /** A server action made by `action()`. */
  action: (before: Outcome<T>, form: FormData) => Promise<Outcome<T>>;
  /** Values that go along unseen. */
  hidden?: Record<string, string | undefined>;
  /** Said when it is done, for forms that stay where they are. */
  success?: ReactNode;
  /** Called in the browser when it is done. */
  onDone?: (data: T) => void;
  /** Empties the form when it is done. */
  clear?: boolean;
  className?: string;
  children: ReactNode;
};

// A control that says it is wrong, or one of a group that does.
const invalid = '[aria-invalid="true"], [data-invalid] input';

const untouched = { status: 'idle' } as const;

/**
 * A form around a server action: translated errors at the fields, the first of them focused, nothing typed is lost, and
 * without scripts an ordinary post.
 */
export function ActionForm<T>({ action, hidden = {}, success, onDone, clear, className, children }: Props<T>) {
  const id = useId();
  const posted = use(PostedContext);
  const first = posted?.form === id ? posted.outcome : untouched;
  const [outcome, dispatch, pending] = useActionState<Outcome<T>, FormData>(action as never, first as never);
  const [submitter, setSubmitter] = useState<{ name: string; value: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useAftermath(outcome, form, { onDone, clear });

  // React empties a form after its action; sent like this it stays as it was typed, passwords too.
  const send = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    setSubmitter(button?.name ? { name: button.name, value: button.value } : null);
    const data = new FormData(event.currentTarget, button);
    startTransition(() => dispatch(data));
  };

  return (
    <form ref={form} action={dispatch} onSubmit={send} noValidate className={cx('grid gap-5', className)}>
      <FormContext value={{ outcome, pending, submitter, id }}>
        <input type="hidden" name="$form" value={id} />
        {Object.entries(hidden).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
        <Told outcome={outcome} form={form} success={success} />
        {children}
      </FormContext>
    </form>
  );
}

function Told({ outcome, form, success }: { outcome: Outcome<unknown>; form: React.RefObject<HTMLFormElement | null>; success: ReactNode }) {
  const say = useProblem();
  const homeless = useHomeless(outcome, form);
  if (outcome.status === 'done') return success ? <Notice tone="positive">{success}</Notice> : null;
  if (outcome.status !== 'refused') return null;
  if (Object.keys(outcome.fields).length > 0 && homeless.length === 0) return null;
  const at = homeless.flatMap((name) => outcome.fields[name] ?? []);
  return <FormError title={say(outcome.problem)} errors={outcome.problem.code === 'invalid' ? at.map((problem) => ({ message: say(problem) })) : []} />;
}

/** Problems of fields that no control of the form shows: only a control that says it is wrong has told of its own. */
function useHomeless(outcome: Outcome<unknown>, form: React.RefObject<HTMLFormElement | null>): string[] {
  const [homeless, setHomeless] = useState<string[]>([]);
  const look = useEffectEvent(() => {
    const controls = [...(form.current?.elements ?? [])] as HTMLInputElement[];
    const shown = new Set(controls.filter((each) => each.matches(invalid)).map(({ name }) => name));
    setHomeless(outcome.status === 'refused' ? Object.keys(outcome.fields).filter((name) => !shown.has(name)) : []);
  });
  useEffect(() => look(), [outcome]);
  return homeless;
}

function useAftermath<T>(
  outcome: Outcome<T>,
  form: React.RefObject<HTMLFormElement | null>,
  { onDone, clear }: { onDone?: (data: T) => void; clear?: boolean },
) {
  const router = useRouter();
  const { refresh } = useViewer();
  const settle = useEffectEvent((after: Outcome<T>) => {
    if (after.status === 'refused') form.current?.querySelector<HTMLElement>(invalid)?.focus();
    if (after.status !== 'done') return;
    if (clear) form.current?.reset();
    onDone?.(after.data);
    router.refresh();
    void refresh();
  });
  useEffect(() => settle(outcome), [outcome]);
}
