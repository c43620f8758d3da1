import { cx } from './cx';

/** HTML that was sanitised when it was written; this only dresses it. */
export function Prose({
  sanitizedHtml,
  compact,
  lang,
  className,
}: {
  sanitizedHtml: string;
  compact?: boolean;
  lang?: string;
  className?: string;
}) {
  return (
    <div
      lang={lang}
      dir="auto"
      className={cx('prose', compact && 'prose-compact', className)}
      dangerouslySetInnerHTML={{ __html: sanitizedHtml }}
    />
  );
}
