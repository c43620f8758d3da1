'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

import { Prose } from '@/components/ui/prose';

/** Sanitised words; each block of code gets a button that copies it. */
export function CodeCopy({ html, compact }: { html: string; compact?: boolean }) {
  const t = useTranslations('forum');
  const box = useRef<HTMLDivElement>(null);
  const [copy, copied] = [t('thread.copyCode'), t('thread.copied')];
  useEffect(() => {
    const blocks = [...(box.current?.querySelectorAll('pre') ?? [])];
    const buttons = blocks.map((block) => addButton(block, copy, copied));
    return () => buttons.forEach((button) => button.remove());
  }, [html, copy, copied]);
  return <div ref={box}><Prose sanitizedHtml={html} compact={compact} lang={/\p{Script=Han}/u.test(html) ? 'zh-CN' : 'en'} /></div>;
}

function addButton(block: HTMLPreElement, copy: string, copied: string): HTMLButtonElement {
  const words = block.textContent ?? '';
  block.tabIndex = 0;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: copy, className: look });
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
