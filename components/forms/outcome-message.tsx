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
      {shown && unshown.length > 0 && <Refusal outcome={outcome} unshown={unshown.map((name) => ({ name }))} />}
    </noscript>
  );
}

type Unshown = { name: string; id?: string; label?: string };

function Refusal({ outcome: { problem, fields }, unshown }: { outcome: Refused; unshown: Unshown[] }) {
  const say = useProblem();
  const errors = unshown.flatMap(({ name, id, label }): { field?: string; label?: string; message: string }[] => {
    const fault = fields[name];
    // What is wrong with one field alone is the title already.
    if (problem.code !== 'invalid') return id && label ? [{ field: id, message: label }] : [];
    if (!fault) return [];
    return [{ field: id, label, message: say(fault) }];
  });
  return <FormError title={say(problem)} errors={errors} />;
}

/** The control in which a field is typed, or the first of a group's, with what it is called; none where the form has none. */
export function placeOf(controls: readonly HTMLInputElement[], name: string): Omit<Unshown, 'name'> {
  const nameOf = (each: HTMLInputElement) => each.dataset.part ?? each.name;
  const seen = controls.filter((each) => each.type !== 'hidden' && each.id !== '');
  const control =
    seen.find((each) => nameOf(each) === name) ?? seen.find((each) => nameOf(each).startsWith(`${name}.`));
  if (!control) return {};
  const label = control.labels?.[0]?.textContent ?? control.getAttribute('aria-label') ?? '';
  return { id: control.id, label: label.replace('*', '').trim() || undefined };
}

// Problems of fields that no control of the form shows: only a control that says it is wrong has told of its own.
function useUnshown(outcome: Outcome<unknown>, form: RefObject<HTMLFormElement | null>): Unshown[] {
  const [unshown, setUnshown] = useState<Unshown[]>([]);
  const look = useEffectEvent(() => {
    const controls = [...(form.current?.elements ?? [])] as HTMLInputElement[];
    // A control of a list that travels in one field has no name of its own, but a part of that field.
    const shown = new Set(
      controls.filter((each) => each.matches(invalid)).map((each) => each.dataset.part ?? each.name),
    );
    const names = outcome.status === 'refused' ? Object.keys(outcome.fields).filter((name) => !shown.has(name)) : [];
    setUnshown(names.map((name) => ({ name, ...placeOf(controls, name) })));
  });
  useEffect(() => look(), [outcome]);
  return unshown;
}
