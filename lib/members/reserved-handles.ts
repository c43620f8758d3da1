const reserved = new Set([
  'abuse', 'admin', 'administrator', 'admins', 'all', 'anonymous', 'api', 'billing', 'contact', 'customerservice', 'deleted', 'everybody', 'everyone',
  'help', 'helpdesk', 'here', 'hostmaster', 'info', 'me', 'millet', 'mod', 'moderation', 'moderator', 'moderators', 'mods', 'noreply', 'null',
  'official', 'postmaster', 'root', 'sales', 'security', 'service', 'staff', 'support', 'system', 'team', 'undefined', 'webmaster',
]);

/** Whether a handle would seem to speak for the house: nobody gets it, by whichever way they come. */
export function isReserved(handle: string): boolean {
  return reserved.has(handle.toLowerCase().replace(/[_-]/g, ''));
}
