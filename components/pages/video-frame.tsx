'use client';

import { useRef, useState } from 'react';

import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { playerAddress, watchAddress, type Video } from '@/lib/pages/choices/videos';

import { allowSite, sendsSignal, useAllowedSites } from './video-choice';
import type { VideoWords } from './video-words';

// A player keeps its own settings under its own origin, which is never ours, so that it cannot take these limits away.
const playerRights = 'allow-scripts allow-same-origin allow-presentation allow-popups';

type Props = { video: Video; title: string; lang?: string; words: VideoWords };

/** A video of another site, from which nothing is loaded before the reader asks for it: once, or from now on. Without scripts a link leads there. */
export function VideoFrame({ video, title, lang, words }: Props) {
  const allowed = useAllowedSites();
  const [once, setOnce] = useState(false);
  const always = allowed?.split(',').includes(video.site) ?? false;
  // The button that was pressed is gone when the player comes: the focus goes on to it.
  const pressed = useRef(false);
  const press = (act: () => void) => () => {
    pressed.current = true;
    act();
  };
  const takeFocus = (player: HTMLIFrameElement | null) => {
    if (player && pressed.current) player.focus();
    pressed.current = false;
  };
  const stop = () => {
    setOnce(false);
    allowSite(video.site, false);
  };
  return (
    <figure className="grid gap-2.5">
      {once || always ? (
        <iframe
          ref={takeFocus}
          src={playerAddress(video, once ? 'playing' : 'waiting')}
          title={title}
          lang={lang}
          loading="lazy"
          sandbox={playerRights}
          allow="autoplay; fullscreen; picture-in-picture; encrypted-media"
          referrerPolicy="strict-origin-when-cross-origin"
          className="aspect-video w-full rounded-xl bg-sunken"
        />
      ) : (
        <Asks
          words={words}
          ready={allowed !== null}
          onOnce={press(() => setOnce(true))}
          onAlways={press(() => allowSite(video.site, true))}
        />
      )}
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-sm text-muted">
        <span lang={lang} dir="auto" className="min-w-0 wrap-anywhere">
          {title}
        </span>
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {always && (
            <button type="button" onClick={stop} className="touch cursor-pointer underline underline-offset-2">
              {words.stop}
            </button>
          )}
          <TextLink href={watchAddress(video)} rel="noreferrer">
            {words.there}
          </TextLink>
        </span>
      </figcaption>
    </figure>
  );
}

type AsksProps = { words: VideoWords; ready: boolean; onOnce: () => void; onAlways: () => void };

/** What stands in a player's place until the reader asks for it; the buttons come once the browser can tell what was chosen before. */
function Asks({ words, ready, onOnce, onAlways }: AsksProps) {
  return (
    <div className="grid content-center justify-items-center gap-4 rounded-xl border border-line bg-sunken p-6 text-center sm:aspect-video">
      <p className="max-w-md text-pretty text-muted">{words.asks}</p>
      {ready && sendsSignal() && <p className="max-w-md text-sm text-pretty">{words.signal}</p>}
      {ready && (
        <div className="flex flex-wrap justify-center gap-2.5">
          <Button variant="primary" onClick={onOnce}>
            {words.once}
          </Button>
          {!sendsSignal() && <Button onClick={onAlways}>{words.always}</Button>}
        </div>
      )}
    </div>
  );
}
