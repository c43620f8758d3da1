'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Prose } from '@/components/ui/prose';

const PictureDialog = lazy(() =>
  import('@/components/ui/picture-dialog').then((it) => ({ default: it.PictureDialog })),
);

/** Sanitised words; each block of code gets a button that copies it, each picture opens large. */
export function CodeCopy({ html, compact }: { html: string; compact?: boolean }) {
  const t = useTranslations('forum');
  const box = useRef<HTMLDivElement>(null);
  const [picture, setPicture] = useState<{ src: string; alt: string } | null>(null);
  const [copy, copied] = [t('thread.copyCode'), t('thread.copied')];
  useEffect(() => {
    const blocks = [...(box.current?.querySelectorAll('pre') ?? [])];
    const buttons = blocks.map((block) => addButton(block, copy, copied));
    return () => buttons.forEach((button) => button.remove());
  }, [html, copy, copied]);
  useEffect(() => {
    const pictures = [...(box.current?.querySelectorAll<HTMLImageElement>('img:not(.emoji)') ?? [])].filter(
      (each) => !each.closest('a, button'),
    );
    const buttons = pictures.map((each) => {
      const label = each.alt ? t('thread.enlarge', { alt: each.alt }) : t('thread.enlargePlain');
      return enlarge(each, label, () => setPicture({ src: each.currentSrc || each.src, alt: each.alt }));
    });
    return () => buttons.forEach((button) => button.replaceWith(...button.childNodes));
  }, [html, t]);
  return (
    <>
      <div ref={box}>
        <Prose sanitizedHtml={html} compact={compact} lang={/\p{Script=Han}/u.test(html) ? 'zh-CN' : 'en'} />
      </div>
      <Suspense>
        {picture && (
          <PictureDialog {...picture} title={picture.alt || t('thread.picture')} onClose={() => setPicture(null)} />
        )}
      </Suspense>
    </>
  );
}

function enlarge(picture: HTMLImageElement, label: string, open: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'max-w-full cursor-zoom-in rounded-[0.875rem]',
  });
  button.setAttribute('aria-label', label);
  button.addEventListener('click', open);
  picture.replaceWith(button);
  button.append(picture);
  return button;
}

function addButton(block: HTMLPreElement, copy: string, copied: string): HTMLButtonElement {
  const words = block.textContent ?? '';
  block.tabIndex = 0;
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: copy,
    className: look,
  });
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(words).then(() => (button.textContent = copied));
    setTimeout(() => (button.textContent = copy), 2000);
  });
  const frame = block.parentElement?.classList.contains('code-frame') ? block.parentElement : wrap(block);
  frame.append(button);
  return button;
}

function wrap(block: HTMLPreElement): HTMLElement {
  const frame = Object.assign(document.createElement('div'), { className: 'code-frame group relative' });
  block.replaceWith(frame);
  frame.append(block);
  return frame;
}

const look =
  'absolute end-2 top-2 rounded-md border border-line-strong bg-raised px-2.5 py-1 text-xs font-semibold text-ink ' +
  'opacity-0 transition-opacity group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100 max-sm:opacity-100';
