import { path } from '@/lib/core/paths';

/** The addresses that a member keeps, a new one, and one of them. They stand here and not among the paths that every page of the site loads. */
export const addressesPath = () => '/addresses';
export const newAddressPath = (): string => path('addresses', 'new');
export const addressPath = (id: string): string => path('addresses', id);
