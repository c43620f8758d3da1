'use client';

import { Star } from 'lucide-react';
import { useState } from 'react';

import { useFormField } from '@/components/forms/form-context';
import { ChoiceGroup } from '@/components/ui/choice';

const grades = ['1', '2', '3', '4', '5'] as const;

type Props = {
  legend: string;
  /** What each number of stars means. */
  names: Record<(typeof grades)[number], string>;
  initial?: number;
};

/** One to five stars to choose from, with what they mean beside them. */
export function RatingField({ legend, names, initial }: Props) {
  const { value, error } = useFormField('rating', initial === undefined ? undefined : String(initial));
  const [chosen, choose] = useState(Number(value ?? 0));
  return (
    <ChoiceGroup legend={legend} error={chosen > 0 ? undefined : error}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <div className="flex">
          {grades.map((grade) => (
            <label
              key={grade}
              className="grid size-12 cursor-pointer place-items-center rounded-lg text-accent-ink hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="rating"
                value={grade}
                checked={chosen === Number(grade)}
                onChange={() => choose(Number(grade))}
                aria-label={names[grade]}
                className="sr-only"
              />
              <Star
                aria-hidden
                className="size-8 transition-colors"
                fill={Number(grade) <= chosen ? 'currentColor' : 'none'}
                strokeWidth={1.5}
              />
            </label>
          ))}
        </div>
        <p aria-live="polite" className="font-semibold">
          {chosen > 0 && names[grades[chosen - 1]!]}
        </p>
      </div>
    </ChoiceGroup>
  );
}
