import type { HeldRole } from '@/lib/core/actor';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { isBuiltIn } from '@/lib/permissions';

/** How a role is called: a built-in one by the messages, another one as the brand named it. */
export function roleName(locale: Locale, { key, name, nameZh }: HeldRole): string {
  return isBuiltIn(key) ? translator(locale, 'staff')(`roles.${key}`) : localText(locale, name ?? key, nameZh);
}
