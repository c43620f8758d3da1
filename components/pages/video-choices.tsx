'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { VideoSite } from '@/lib/pages/choices/videos';

import { allowSite, useAllowedSites } from './video-choice';

type Props = { title: string; sites: { site: VideoSite; allowed: string; stop: string }[] };

/** The sites whose videos this reader lets load by themselves, each with the way back; nothing where there are none. */
export function VideoChoices({ title, sites }: Props) {
  const allowed = useAllowedSites()?.split(',') ?? [];
  const those = sites.filter(({ site }) => allowed.includes(site));
  if (those.length === 0) return null;
  return (
    <Notice title={title}>
      <ul className="grid gap-2">
        {those.map(({ site, allowed: words, stop }) => (
          <li key={site} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            {words}
            <Button size="sm" onClick={() => allowSite(site, false)}>
              {stop}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
