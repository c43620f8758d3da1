'use client';

import type { ReactNode } from 'react';

import { EditPost } from './edit-post';
import { useDesk } from './thread-desk';

/** The words of a post, or the desk at which they are being changed. */
export function PostBody({ id, number, children }: { id: string; number: number; children: ReactNode }) {
  const { editing } = useDesk();
  return editing === id ? <EditPost id={id} number={number} /> : children;
}
