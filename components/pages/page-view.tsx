import type { ReactNode } from 'react';

import { Prose } from '@/components/ui/prose';
import type { Locale } from '@/lib/core/locale';
import { readIn, type Block, type Words } from '@/lib/pages/choices/blocks';
import { videoAt } from '@/lib/pages/choices/videos';
import type { ShownPage } from '@/lib/pages/queries';

import { VideoFrame } from './video-frame';
import { videoWords } from './video-words';

type Props = { page: Pick<ShownPage, 'title' | 'titleZh' | 'blocks'>; locale: Locale; above?: ReactNode };

/** A page of one's own; a text that is missing in the reader's language is shown in the other, and says so to screen readers by its tag. */
export function PageView({ page, locale, above }: Props) {
  const title = readIn(locale, { en: page.title, zh: page.titleZh });
  return (
    <article className="page pb-16">
      <header className="mx-auto max-w-3xl pt-8 pb-6 sm:pt-12 sm:pb-8">
        <h1 lang={title.lang} dir="auto" className="text-title wrap-anywhere">
          {title.text}
        </h1>
        {above && <div className="mt-5">{above}</div>}
      </header>
      <div className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-8">
        {page.blocks.map((block, at) => (
          // Blocks have no name of their own, and never move on a page that is read.
          <BlockView key={at} block={block} locale={locale} />
        ))}
      </div>
    </article>
  );
}

function BlockView({ block, locale }: { block: Block; locale: Locale }) {
  if (block.type === 'text') return <Markup words={block.text} locale={locale} />;
  if (block.type === 'picture') return <Picture block={block} locale={locale} />;
  if (block.type === 'video') return <Video block={block} locale={locale} />;
  if (block.type === 'questions') return <Questions block={block} locale={locale} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 sm:grid-cols-2">
      <Markup words={block.left} locale={locale} />
      <Markup words={block.right} locale={locale} />
    </div>
  );
}

function Markup({ words, locale }: { words: Words; locale: Locale }) {
  const { text, lang } = readIn(locale, words);
  return text ? <Prose sanitizedHtml={text} lang={lang} /> : null;
}

type Of<T extends Block['type']> = { block: Extract<Block, { type: T }>; locale: Locale };

function Picture({ block: { path, alt, width, height }, locale }: Of<'picture'>) {
  const { text, lang } = readIn(locale, alt);
  return (
    <img
      src={path}
      alt={text}
      lang={lang}
      width={width}
      height={height}
      loading="lazy"
      className="mx-auto h-auto max-h-[80vh] max-w-full rounded-xl object-contain"
    />
  );
}

function Video({ block: { address, title }, locale }: Of<'video'>) {
  const video = videoAt(address);
  const { text, lang } = readIn(locale, title);
  return video && <VideoFrame video={video} title={text} lang={lang} words={videoWords(locale, video.site)} />;
}

function Questions({ block: { items }, locale }: Of<'questions'>) {
  return (
    <div className="divide-y divide-line border-y border-line">
      {items.map(({ question, answer }, at) => {
        const asked = readIn(locale, question);
        if (!asked.text) return null;
        return (
          <details key={at} className="group py-1">
            <summary
              lang={asked.lang}
              className="touch flex cursor-pointer list-none items-center justify-between gap-4 py-3 font-semibold [&::-webkit-details-marker]:hidden"
            >
              <span dir="auto" className="wrap-anywhere">
                {asked.text}
              </span>
              <span aria-hidden className="text-xl leading-none text-muted transition-transform group-open:rotate-45">
                +
              </span>
            </summary>
            <div className="pb-4">
              <Markup words={answer} locale={locale} />
            </div>
          </details>
        );
      })}
    </div>
  );
}
