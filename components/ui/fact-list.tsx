import type { ReactNode } from 'react';

import { Fact } from './fact';

/** Facts with their names, below each other; those without words are left out. What people wrote keeps its lines and its direction. */
export function FactList({ facts }: { facts: readonly (readonly [label: string, text: ReactNode])[] }) {
  return (
    <dl className="grid gap-4">
      {facts.map(
        ([label, text]) =>
          text && (
            <Fact key={label} label={label}>
              <span dir="auto" className="break-words whitespace-pre-line">
                {text}
              </span>
            </Fact>
          ),
      )}
    </dl>
  );
}
