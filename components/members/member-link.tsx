import { Link } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Props = { member: { handle: string | null; name: string }; locale: Locale; className?: string };

/** Somebody's name, leading to their profile; a customer without an account has none. */
export function MemberLink({ member: { handle, name }, locale, className = '' }: Props) {
  if (handle === null) return <bdi className={className}>{name}</bdi>;
  return (
    <Link
      href={inLocale(locale, paths.member(handle))}
      className={`${className} hover:underline hover:underline-offset-4`}
    >
      <bdi>{name}</bdi>
    </Link>
  );
}
