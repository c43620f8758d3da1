import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

/** The pictures of a proof, each opened whole by a press. */
export function ClaimPictures({ pictures, locale }: { pictures: readonly string[]; locale: Locale }) {
  const t = translator(locale, 'ownership');
  if (pictures.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-3">
      {pictures.map((sha256, at) => (
        <li key={sha256}>
          <a href={`/files/${sha256}.webp`} target="_blank" rel="noreferrer">
            <img
              src={`/files/${sha256}.webp`}
              alt={t('claim.proofPicture', { number: at + 1 })}
              loading="lazy"
              className="size-28 rounded-lg bg-sunken object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
