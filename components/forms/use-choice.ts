'use client';

import { useEffect, useRef, useState } from 'react';

/** The choice in a select that other fields follow; one that was made before the page came to life counts as well. */
export function useChoice(initial: string) {
  const field = useRef<HTMLSelectElement>(null);
  const [choice, choose] = useState(initial);
  useEffect(() => {
    if (field.current) choose(field.current.value);
  }, []);
  return { field, choice, choose };
}
