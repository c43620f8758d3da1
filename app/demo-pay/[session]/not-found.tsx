import { translator } from '@/lib/core/i18n';

export default function DemoPayNotFound() {
  const t = translator('en', 'orders');
  return (
    <div className="sheet">
      <h1>{t('demo.overTitle')}</h1>
      <p>{t('demo.overBody')}</p>
    </div>
  );
}
