import { speaking } from '@/components/i18n/words';

export default speaking('orders');
