'use client';

import type { ReactNode } from 'react';

import { onDemand, useOnDemand } from '@/components/ui/on-demand';
import { SkeletonLines } from '@/components/ui/skeleton';

import { useDesk } from './thread-desk';

const desk = onDemand(() => import('./edit-post'));

/** The words of a post, or the desk at which they are being changed. */
export function PostBody({ id, number, children }: { id: string; number: number; children: ReactNode }) {
  const edited = useDesk().editing === id;
  const loaded = useOnDemand(desk, edited);
  if (!edited) return children;
  return loaded ? <loaded.EditPost id={id} number={number} /> : <SkeletonLines lines={3} />;
}
