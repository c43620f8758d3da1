'use client';

import { useRouter } from 'next/navigation';
import {
  Fragment,
  startTransition,
  use,
  useActionState,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';

import { useOnce } from '@/components/ui/use-once';
import { cx } from '@/components/ui/cx';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Outcome, Problem } from '@/lib/web/outcome';

import { FormContext, PostedContext } from './form-context';
import { invalid, MessageWithoutScripts, OutcomeMessage, useShown } from './outcome-message';
import { reachable, type FormAction } from './reachable';

type Props<T> = {
  /** A server action made by `action()`. */
  action: FormAction<T>;
  /** What does the same in the browser by an endpoint, where the action is the way without scripts. */
  inBrowser?: FormAction<T>;
  /** Values that go along unseen. */
  hidden?: Record<string, string | undefined>;
  /** Said when it is done, for forms that stay where they are. */
  success?: ReactNode;
  /** Called in the browser when it is done. */
  onDone?: (data: T) => void;
  /** Called in the browser when it is refused, with what is said of it. */
  onRefused?: (problem: Problem) => void;
  /** Empties the form when it is done. */
  clear?: boolean;
  /** The form's own id, for buttons that stand outside of it. */
  formId?: string;
  className?: string;
  children: ReactNode;
};

const untouched = { status: 'idle' } as const;

/**
 * A form around a server action: translated errors at the fields, the first of them focused, nothing typed is lost, not
 * with the network either, and without scripts an ordinary post. Who comes back to it after it was done finds it fresh.
 */
export function ActionForm<T>({
  action,
  inBrowser = action,
  hidden = {},
  success,
  onDone,
  onRefused,
  clear,
  formId,
  className,
  children,
}: Props<T>) {
  const id = useId();
  const posted = use(PostedContext);
  const first = posted?.form === id ? posted.outcome : untouched;
  const { round, renew, leave } = useRounds();
  // It may lead elsewhere at once: whoever comes back finds the form fresh.
  const tell = useLatest((data: T) => {
    leave();
    onDone?.(data);
  });
  const act = typeof window === 'undefined' ? action : inBrowser;
  const reach = useMemo(() => reachable(act, leave, tell), [act, leave, tell]);
  const [outcome, dispatch, pending] = useActionState<Outcome<T>, FormData>(reach as never, first as never);
  const [submitter, setSubmitter] = useState<{ name: string; value: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const shown = useShown();
  const finish = (data: T) => {
    if (clear) renew();
    // What was posted without scripts was told by nobody else.
    if (outcome === first) tell(data);
  };
  useAftermath(outcome, form, finish, onRefused);

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
    <form
      ref={form}
      id={formId}
      action={dispatch}
      onSubmit={send}
      noValidate
      className={cx('grid grid-cols-[minmax(0,1fr)] gap-5', className)}
    >
      <FormContext value={{ outcome, pending, submitter, id, shown }}>
        <input type="hidden" name="$form" value={id} />
        {Object.entries(hidden).map(
          ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <OutcomeMessage outcome={outcome} form={form} success={success} />
        <Fragment key={round}>{children}</Fragment>
        <MessageWithoutScripts outcome={outcome} shown={shown} />
      </FormContext>
    </form>
  );
}

function useAftermath<T>(
  outcome: Outcome<T>,
  form: React.RefObject<HTMLFormElement | null>,
  done: (data: T) => void,
  refused?: (problem: Problem) => void,
) {
  const router = useRouter();
  const { refresh } = useViewer();
  useOnce(outcome, (after) => {
    if (after.status === 'refused') {
      form.current?.querySelector<HTMLElement>(invalid)?.focus();
      refused?.(after.problem);
    }
    if (after.status !== 'done') return;
    done(after.data);
    router.refresh();
    void refresh();
  });
}

/** Calls what was given last, by a function that stays the same. */
function useLatest<T>(callback: (data: T) => void): (data: T) => void {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  const [call] = useState(() => (data: T) => latest.current(data));
  return call;
}

/** Each round has fields of its own; after `leave` the next one begins when the page is hidden. */
function useRounds() {
  const [round, setRound] = useState(0);
  const left = useRef(false);
  const [{ renew, leave }] = useState(() => ({
    renew: () => setRound((before) => before + 1),
    leave: () => {
      left.current = true;
    },
  }));
  useEffect(
    () => () => {
      if (left.current) renew();
      left.current = false;
    },
    [renew],
  );
  return { round, renew, leave };
}
