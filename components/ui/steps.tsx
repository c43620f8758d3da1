import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

export type StepState = 'done' | 'current' | 'todo';
export type Step = { label: ReactNode; state: StepState; hint?: ReactNode; href?: string };

/** Where one stands in a known row of steps, such as a checkout or an idea's way. */
export function Steps({
  steps,
  label,
  stateNames,
}: {
  steps: Step[];
  label: string;
  stateNames?: Record<StepState, string>;
}) {
  return (
    <ol aria-label={label} className="flex flex-col gap-0 sm:flex-row">
      {steps.map((step, at) => (
        <li
          key={at}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="group relative flex flex-1 gap-3 pb-4 last:pb-0 sm:flex-col sm:gap-2 sm:pb-0"
        >
          <span
            aria-hidden
            className={cx(
              'absolute group-last:hidden max-sm:top-7 max-sm:bottom-0 max-sm:start-[0.6875rem] max-sm:w-0.5 sm:start-7 sm:end-1 sm:top-[0.6875rem] sm:h-0.5',
              step.state === 'done' ? 'bg-accent' : 'bg-line-strong',
            )}
          />
          <StepDot state={step.state} />
          <span className="min-w-0 sm:pe-3">
            <span
              className={cx('block text-[0.9375rem] leading-6', step.state === 'todo' ? 'text-muted' : 'font-semibold')}
            >
              {step.label}
            </span>
            {step.hint && <span className="block text-sm text-muted">{step.hint}</span>}
            {stateNames && <span className="sr-only">{stateNames[step.state]}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepDot({ state }: { state: StepState }) {
  return (
    <span aria-hidden className={cx('z-1 grid size-6 shrink-0 place-items-center rounded-full', dots[state])}>
      {state === 'done' && <Check className="size-3.5" strokeWidth={3} />}
      {state === 'current' && <span className="size-2 rounded-full bg-accent" />}
    </span>
  );
}

const dots: Record<StepState, string> = {
  done: 'bg-accent text-on-accent',
  current: 'border-2 border-accent bg-raised',
  todo: 'border-2 border-line-strong bg-raised',
};
