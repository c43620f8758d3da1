'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';

/** Puts calm words where a picture inside written text did not come: old forums and shops go away, what linked to them stays. */
export function AwayPictures() {
  const away = useTranslations('shell')('pictureAway');
  useEffect(() => {
    const missed = (event: Event) => replace(event.target, away);
    // An image tells of its failure without bubbling; what failed before this ran has told already.
    document.addEventListener('error', missed, true);
    for (const image of document.querySelectorAll<HTMLImageElement>('.prose img'))
      if (image.complete && image.naturalWidth === 0) replace(image, away);
    return () => document.removeEventListener('error', missed, true);
  }, [away]);
  return null;
}

function replace(target: EventTarget | null, away: string): void {
  if (!(target instanceof HTMLImageElement) || !target.closest('.prose')) return;
  if (target.classList.contains('emoji')) return target.replaceWith(target.alt);
  const words = document.createElement('span');
  words.className = 'picture-away';
  words.lang = document.documentElement.lang;
  words.textContent = away;
  // The alternative text still says what was on the picture.
  if (/\p{L}{2}/u.test(target.alt) && !/^(image|img|photo)\b/i.test(target.alt)) words.textContent += `: ${target.alt}`;
  target.replaceWith(words);
}
