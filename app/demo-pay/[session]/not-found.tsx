import { DemoPaySite } from '@/components/demo-pay/demo-pay-views';
import { translator } from '@/lib/core/i18n';

export default function DemoPayNotFound() {
  const t = translator('en', 'orders');
  return (
    <DemoPaySite locale="en">
      <h1>{t('demo.overTitle')}</h1>
      <p>{t('demo.overBody')}</p>
    </DemoPaySite>
  );
}
