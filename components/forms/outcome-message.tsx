'use client';

import { useEffect, useEffectEvent, useState, type ReactNode, type RefObject } from 'react';

import { FormError } from '@/components/ui/form-error';
import { Notice } from '@/components/ui/notice';
import type { Outcome } from '@/lib/web/outcome';

import { useProblem } from './form-context';

/** A control that says it is wrong, or one of a group that does. */
export const invalid = '[aria-invalid="true"], [data-invalid] input';

type Refused = Extract<Outcome<unknown>, { status: 'refused' }>;

/** What a form says of its outcome as a whole: that it is done, or what no control of it shows. */
export function OutcomeMessage({
  outcome,
  form,
  success,
}: {
  outcome: Outcome<unknown>;
  form: RefObject<HTMLFormElement | null>;
  success: ReactNode;
}) {
  const unshown = useUnshown(outcome, form);
  if (outcome.status === 'done')
    return success ? (
      <Notice tone="positive" className="col-span-full">
        {success}
      </Notice>
    ) : null;
  if (outcome.status !== 'refused') return null;
  if (Object.keys(outcome.fields).length > 0 && unshown.length === 0) return null;
  return <Refusal outcome={outcome} unshown={unshown} />;
}

/** The fields whose controls the server has rendered in a form; null in the browser. */
export function useShown(): Set<string> | null {
  const [shown] = useState(() => (typeof window === 'undefined' ? new Set<string>() : null));
  return shown;
}

/**
 * The same for who has no scripts. It stands behind the controls, since the server knows only then which of them it has
 * rendered, and is seen ahead of them. The browser never renders what a noscript element holds.
 */
export function MessageWithoutScripts({ outcome, shown }: { outcome: Outcome<unknown>; shown: Set<string> | null }) {
  if (outcome.status !== 'refused') return null;
  const unshown = Object.keys(outcome.fields).filter((name) => !shown?.has(name));
  return (
    <noscript className="order-first empty:hidden">
      {shown && unshown.length > 0 && <Refusal outcome={outcome} unshown={unshown} />}
    </noscript>
  );
}

function Refusal({ outcome: { problem, fields }, unshown }: { outcome: Refused; unshown: string[] }) {
  const say = useProblem();
  const at = unshown.flatMap((name) => fields[name] ?? []);
  return (
    <FormError
      title={say(problem)}
      errors={problem.code === 'invalid' ? at.map((each) => ({ message: say(each) })) : []}
    />
  );
}

// Problems of fields that no control of the form shows: only a control that says it is wrong has told of its own.
function useUnshown(outcome: Outcome<unknown>, form: RefObject<HTMLFormElement | null>): string[] {
  const [unshown, setUnshown] = useState<string[]>([]);
  const look = useEffectEvent(() => {
    const controls = [...(form.current?.elements ?? [])] as HTMLInputElement[];
    // A control of a list that travels in one field has no name of its own, but a part of that field.
    const shown = new Set(
      controls.filter((each) => each.matches(invalid)).map((each) => each.dataset.part ?? each.name),
    );
    setUnshown(outcome.status === 'refused' ? Object.keys(outcome.fields).filter((name) => !shown.has(name)) : []);
  });
  useEffect(() => look(), [outcome]);
  return unshown;
}
