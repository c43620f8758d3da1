'use client';

import { createContext, use, type ReactNode } from 'react';

/** A reason to report a post, in the reader's language. */
export type ChoiceOfReason = { id: string; label: string; hint: string };

const Reasons = createContext<readonly ChoiceOfReason[]>([]);

/** Tells the report forms of a page which reasons there are. */
export const ReasonsProvider = ({ reasons, children }: { reasons: ChoiceOfReason[]; children: ReactNode }) => (
  <Reasons value={reasons}>{children}</Reasons>
);

/** The reasons that a reporter chooses from. */
export const useReasons = (): readonly ChoiceOfReason[] => use(Reasons);
