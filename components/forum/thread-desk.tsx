'use client';

import { useRouter } from 'next/navigation';
import { createContext, use, useCallback, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';

import { postJson } from '@/components/ask-server';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { api } from '@/lib/core/paths';

import { forumPaths } from './forum-paths';

type Thread = { number: number; slug: string; postCount: number; question: boolean; closed: boolean };
type Target = { number: number; name: string };

type Desk = {
  thread: Thread;
  accepted: string | null;
  inner: boolean;
  locale: Locale;
  /** The post that is being answered in its own place; null answers the thread at its foot. */
  answering: Target | null;
  answer: (target: Target | null) => void;
  editing: string | null;
  edit: (postId: string | null) => void;
  /** Brings a post into sight, on whatever page of the thread it stands. */
  show: (number: number) => void;
};

const DeskContext = createContext<Desk | null>(null);

/** What the islands of one thread page share. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('outside a thread');
  return desk;
}

type Props = { thread: Thread; accepted: string | null; inner: boolean; locale: Locale; children: ReactNode };

export function ThreadDesk({ thread, accepted, inner, locale, children }: Props) {
  const [answering, answer] = useState<Target | null>(null);
  const [editing, edit] = useState<string | null>(null);
  const router = useRouter();
  const show = useCallback(
    (number: number) =>
      void bringIntoSight(number, () =>
        router.push(`${forumPaths(locale, inner).from(thread, number)}#post-${number}`),
      ),
    [router, locale, inner, thread],
  );
  const follow = useEffectEvent(() => {
    const wanted = /^#post-(\d{1,9})$/.exec(window.location.hash)?.[1];
    if (wanted && !document.getElementById(`post-${wanted}`)) show(Number(wanted));
  });
  useEffect(() => follow(), []);
  useMarkRead(thread);
  const desk = useMemo<Desk>(
    () => ({ thread, accepted, inner, locale, answering, answer, editing, edit, show }),
    [thread, accepted, inner, locale, answering, editing, show],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

// A new reply comes with the refreshed page a moment later; one on another page never comes here.
async function bringIntoSight(number: number, elsewhere: () => void): Promise<void> {
  for (let tries = 0; tries < 25; tries += 1) {
    const post = document.getElementById(`post-${number}`);
    if (post) {
      window.location.hash = `post-${number}`;
      return post.scrollIntoView({ block: 'center' });
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  elsewhere();
}

const readAfterMs = 1500;

/** A member who stayed a moment has read what was there. */
function useMarkRead({ number, postCount }: Thread): void {
  const own = useViewer().viewer?.thread;
  const due = own && own.number === number && own.read < postCount;
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => {
      void postJson(api('threads', number, 'read'), { upTo: postCount });
    }, readAfterMs);
    return () => clearTimeout(timer);
  }, [due, number, postCount]);
}
