import { Badge } from '@/components/ui/badge';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { UploadShown } from '@/lib/imports/queries/runs';

import { sizeWords } from './run-words';
import { RemoveFile } from './run-acts';

type Props = { files: UploadShown['files']; locale: Locale };

/** The files of an old shop that are here, with what each was taken for. */
export function ShopFiles({ files, locale }: Props) {
  const t = translator(locale, 'imports');
  const kinds = t as unknown as (key: string) => string;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {files.map(({ id, name, kind, bytes, received }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
          <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
            <bdi>{name}</bdi>
          </span>
          <Badge tone={received < bytes ? 'warning' : 'info'}>
            {received < bytes ? t('shop.unfinished') : kinds(`kinds.${kind}`)}
          </Badge>
          <span className="numerals text-sm text-muted">{sizeWords(bytes, locale)}</span>
          <RemoveFile id={id} name={name} />
        </li>
      ))}
    </ul>
  );
}
