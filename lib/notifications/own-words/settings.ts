import type { Locale } from '@/lib/core/locale';
import { wordsSettings, type WordsSettings } from '@/lib/core/own-words';

/** The settings that hold the brand's words of a bell, or of what stands in every mail, in a language. */
export const noticeSettings = (kind: string, language: Locale): WordsSettings =>
  wordsSettings(kind, language, 'notifications.editTexts');
