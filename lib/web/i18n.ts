export { formatDateTime, translator } from '@/lib/core/i18n';
